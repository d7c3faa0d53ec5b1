// Planted: rooms-by-the-front-door
export { balance } from '../points/store.ts'
