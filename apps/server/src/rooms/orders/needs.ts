import type { CatalogueItem, Words } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../../kernel/crypto/provider.ts'
import type { Database } from '../../kernel/db/database.ts'
import type { ClockRules } from './rules/clockRules.ts'
import type { LimitOf } from './rules/limit.ts'
import type { Neighbours } from './views/neighbours.ts'

/** The place's rules as orders use them, with the policy versions an order is placed under. */
export type OrderRules = {
  /** The item, as an order was placed under it where a version of it is named, else as it is now. */
  item(key: string, version?: string | null): (CatalogueItem & { readonly version: string }) | undefined
  readonly limitOf: LimitOf
  readonly clocks: ClockRules
  /** How many codes of a path reach down to the level: `community` is 2 under a street. */
  depthOf(level: string): number
  readonly waves: readonly { readonly wave: number; readonly level: string }[]
  /** A level in words; the whole region where it is none of the place's. */
  levelName(level: string): Words
  /** A skill in words. */
  skillName(skill: string): Words
  readonly followUp: { readonly tries: number; readonly days: number }
  /** How often a requester is asked for more, and how long a merging can be undone. */
  readonly lifecycle: {
    readonly supplements: number
    readonly unmergeHours: number
    readonly mergeDays: number
  }
  /** When helpers are short, how fast they walk, how long may be reckoned. */
  readonly offers: {
    readonly shortagePercent: number
    readonly shortageLeast: number
    readonly walkMetresPerMinute: number
    readonly seconds: number
  }
  readonly rework: { readonly rounds: number; readonly share: number; readonly atLeastDays: number }
  readonly selfHandling: { readonly share: number }
  /** Versions of items that go back to the pool when their time for handling is over. */
  readonly returning: readonly string[]
  /** Points the item would earn. */
  pointsOf(item: string): number
}

/** What the orders room needs of the other rooms; main wires their front doors to it. */
/** Somebody who is named by an order and not in the register yet. */
export type NewPerson = {
  readonly id: string
  readonly phone: string
  readonly name: string | null
  readonly path: string
}

export type OrderNeeds = Neighbours & {
  readonly db: Database
  readonly crypto: CryptoProvider
  rules(region: number): Promise<OrderRules>
  personByPhone(
    region: number,
    phone: string,
  ): Promise<{ personId: string; name: string; path: string | null; needsTwoEyes: boolean } | undefined>
  /** Registers the person a call or a proxy names, in the order's own commit; a known number violates `people_phone`. */
  newPersonStatement(region: number, person: NewPerson): Sql
  /** How many orders stand in each state (`state, count`) in some counted areas, from the folded counters. */
  statesOf(region: number, areas: readonly string[]): Sql
  /** A guest asks for help where they are and not too often: refuses notHere, tooManyAsked. */
  guestMayPlace(region: number, personId: string, path: string): Sql
  /** The number that a guest left and that answered a code. */
  guestPhone(region: number, personId: string): Promise<string | null>
  groupText(facts: { item: string; place: string; wave: number; dueAt: string | null; link: string }): string
}
