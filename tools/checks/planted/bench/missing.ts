// Planted: nothing-unresolvable
export { nowhere } from './nowhere.ts'
