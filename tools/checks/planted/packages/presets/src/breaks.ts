// Planted: presets-know-only-contract
export { Type } from 'typebox'
