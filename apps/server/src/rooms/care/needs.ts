import type { CareRhythm, Preset } from '@linli/contract'
import type { Deps } from '../../kernel/deps.ts'

/** An order that the alarm wants placed. */
export type WantedOrder = {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly detail: string
  readonly address: string
  readonly urgency: 'prompt'
  readonly placedBy: string
  readonly requester: string
  readonly beneficiary: string
  readonly name: string
}

/** What care needs of the other rooms; main wires their front doors to it. */
export type CareNeeds = Deps & {
  terms(region: number): Promise<{
    readonly rhythms: readonly CareRhythm[]
    readonly unseenDays: Preset['careUnseen']['days']
  }>
  /** The helpers who agreed to serve in an area, of whom some may be meant. */
  helpersServing(region: number, path: string, personIds?: readonly string[]): Promise<readonly string[]>
  /** The orders room's own door; asking again for the same id is the same order. */
  placeOrder(region: number, wanted: WantedOrder): Promise<void>
}
