/** The front door of devices. */
export { goOnPresses } from './actions/waves.ts'
export { type DeviceDoors, openDeviceDoors } from './doors/open.ts'
export { addDeviceWebhook } from './doors/webhook.ts'
export { devicesRoom } from './http.ts'
export { tendQuiet } from './jobs.ts'
export type { DeviceNeeds, Hand, WantedOrder } from './needs.ts'
export { devicesRegister } from './register.ts'
export { followDevices } from './store/follow.ts'
