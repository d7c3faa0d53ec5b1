import type { CatalogueItem, DeviceRule } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Actor } from '../../kernel/auth/actor.ts'
import type { Deps } from '../../kernel/deps.ts'
import type { Near } from './rules/waves.ts'

/** The order of a press or of a silent device. */
export type WantedOrder = {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly detail: string
  readonly address: string | null
  readonly urgency: 'prompt' | 'ordinary'
  readonly placedBy: string
  /** Whose device it is. */
  readonly person: string
  readonly phone: string | null
  readonly name: string | null
  also?(): readonly Sql[]
}

/** Who takes a step of an order: a person with what is remembered of the command, or the policy itself. */
export type Hand = { readonly actor: Actor; remember(): Sql } | { readonly system: number }

/** Steps of an order by its own door; `also` is written in the same commit. Each throws the order's own problems. */
export type OrderSteps = {
  note(id: string, by: Hand, text: string, also: readonly Sql[]): Promise<unknown>
  accept(id: string, by: Hand, item: string, also: readonly Sql[]): Promise<unknown>
  offer(id: string, region: number): Promise<unknown>
  answer(id: string, by: Hand, text: string, also: readonly Sql[]): Promise<unknown>
  /** To somebody who is on the way. */
  give(id: string, region: number, personId: string, also: readonly Sql[]): Promise<unknown>
  sign(id: string, region: number): Promise<unknown>
  contacted(id: string, region: number, how: string, also: readonly Sql[]): Promise<unknown>
  withdraw(id: string, region: number, text: string): Promise<unknown>
}

/** What devices need of the other rooms; main wires their front doors to it. */
export type DeviceNeeds = Deps & {
  terms(region: number): Promise<{ readonly rule: DeviceRule; readonly items: readonly CatalogueItem[] }>
  /** The orders room's own door; asking again for the same id is the same order. */
  placeOrder(region: number, wanted: WantedOrder): Promise<unknown>
  readonly orders: OrderSteps
  /** Helpers and grid workers who serve an area that holds the path, the nearest first. */
  helpersNear(region: number, path: string): Promise<readonly Near[]>
  gridWorkersNear(region: number, path: string): Promise<readonly { personId: string; path: string }[]>
  phoneOf(region: number, personId: string): Promise<string | undefined>
}
