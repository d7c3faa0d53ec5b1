import type { DurationUnit, LimitKind, Urgency } from '@linli/contract'

export type Limit = { readonly amount: number; readonly unit: DurationUnit; readonly version: string | null }
/** The place's limit for a clock, an item's own row outranking its urgency's. */
export type LimitOf = (clock: LimitKind, urgency: Urgency, item: string | null) => Limit | undefined
