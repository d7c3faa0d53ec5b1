import { route } from '../../../kit/route.ts'

export const ledgers = route('/ledgers')
export const ledger = route('/ledgers/:ledger')
export const comparison = route('/ledgers/:ledger/comparison')
export const templates = route('/ledgers/:ledger/templates')
export const print = route('/ledger-prints/:id')
export const retired = route('/retired-ledgers')
