// Planted: server-never-sees-screens
export { page } from '../../screens/src/page.ts'
