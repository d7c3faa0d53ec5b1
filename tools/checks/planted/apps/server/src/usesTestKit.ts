// Planted: product-never-sees-tests
export { kit } from '../../../tests/kit/kit.ts'
