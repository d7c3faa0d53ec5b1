// Planted: screens-never-see-server
export { placeOrder } from '../../server/src/rooms/orders/index.ts'
