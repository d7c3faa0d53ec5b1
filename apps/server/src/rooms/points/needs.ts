import type { Sql } from 'sql-template-tag'
import type { Database } from '../../kernel/db/database.ts'
import type { OrderFacts, RuleVersion } from './rules/facts.ts'

/** What the points room needs of the other rooms; main wires their front doors to it. */
export type PointsNeeds = {
  readonly db: Database
  orderFacts(region: number, orderId: string): Promise<OrderFacts | undefined>
  /** The rules in force, with their policy versions. */
  pointsRules(region: number): Promise<readonly RuleVersion[]>
  /** Everybody of the person's household, the person among them. */
  familyOf(region: number, personId: string): Promise<readonly string[]>
  /** Whether the person is a helper who takes part in points. */
  hasOptedIn(region: number, personId: string): Promise<boolean>
  /** Sets a helper's consent; refuses `notHelper` when the person is none. */
  optInStatement(region: number, personId: string, optedIn: boolean): Sql
}

/** What settling needs; consent is only read there. */
export type SettlingNeeds = Omit<PointsNeeds, 'optInStatement'>
