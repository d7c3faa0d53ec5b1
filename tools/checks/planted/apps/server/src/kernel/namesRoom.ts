// Planted: kernel-knows-no-room
export { placeOrder } from '../rooms/orders/index.ts'
