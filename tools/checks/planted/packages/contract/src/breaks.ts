// Planted: contract-stands-alone
export { town } from '../../presets/src/index.ts'
