import type { Sql } from 'sql-template-tag'
import type { OrderNeeds } from '../needs.ts'
import { type StepResult, takeStep } from './takeStep.ts'

export type HouseNote = {
  readonly orderId: string
  readonly text: string
  /** What else is written in the same commit. @param version of the order after the note */
  also(version: number): readonly Sql[]
}

/** 补充说明 by the house's own hand: what another system adds to an order that came from it. @throws notFound, notNow, stale */
export const noteForHouse = (
  needs: OrderNeeds,
  region: number,
  { orderId, text, also }: HouseNote,
): Promise<StepResult> =>
  takeStep(needs, orderId, 'addNote', { system: region }, (order) => ({
    remark: { audience: 'everybody', text },
    also: also(order.version + 1),
  }))
