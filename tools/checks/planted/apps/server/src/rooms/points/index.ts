export { balance } from './store.ts'
