import { pageAt } from '../../../kit/pageAt.ts'
import { bindDevice, device, devices, press, presses } from './addresses.ts'

export const routes = [
  pageAt(presses, () => import('./PressesPage.tsx')),
  pageAt(press, () => import('./PressPage.tsx')),
  pageAt(devices, () => import('./DevicesPage.tsx')),
  pageAt(bindDevice, () => import('./BindDevicePage.tsx')),
  pageAt(device, () => import('./DevicePage.tsx')),
]
