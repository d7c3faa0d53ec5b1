// Planted: rules-are-pure
import type { order } from '../store.ts'

export const rule = (one: typeof order): boolean => one === 'order'
