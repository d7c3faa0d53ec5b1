import type { Words } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Database } from '../../kernel/db/database.ts'
import type { HelperGroup, SuppliedItem } from './rules/gap.ts'

/** What the figures need of the place. */
export type InsightRules = {
  readonly name: Words
  /** How many codes of a path are counted: down to the level below the community. */
  readonly depth: number
  itemName(key: string): Words
  readonly lists: readonly { readonly key: string; readonly name: Words }[]
  readonly items: readonly SuppliedItem[]
  /** Rules by which households are looked after. */
  readonly pairs: readonly { readonly key: string; readonly name: Words }[]
  /** What every grid should have near by. */
  readonly services: readonly { readonly key: string; readonly name: Words }[]
  /** How many orders a helper holds at once. */
  readonly helperQuota: number
}

/** So much is held of so much, at a place. */
export type GroundRow = {
  readonly path: string
  readonly key: string
  readonly held: number
  readonly wanted: number
}

/** What the insight room needs of the other rooms; main wires their front doors to it. */
export type InsightNeeds = {
  readonly db: Database
  rules(region: number): Promise<InsightRules>
  /** The helpers who serve some of the area, in groups of the same skills and clearance. */
  helperGroups(region: number, area: string): Promise<readonly HelperGroup[]>
  /** The open orders of an area that are past their limit, by the area of the given depth they lie in. */
  overdueByArea(region: number, area: string, depth: number): Sql
}

/** What the job that counts the ground needs: the place's rules, and what other rooms count when it is their turn. */
export type GroundNeeds = Pick<InsightNeeds, 'rules'> & {
  visits(region: number): Promise<readonly GroundRow[]>
  duties(region: number): Promise<readonly GroundRow[]>
  reach(region: number): Promise<readonly GroundRow[]>
}
