import type { RedemptionRule, RewardRow } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../../kernel/crypto/provider.ts'
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
  /** The people of a unit that is a merchant of the circle; undefined for any other unit. */
  merchantMembers(region: number, unitId: string): Promise<readonly string[] | undefined>
  readonly crypto: CryptoProvider
  redemptionRule(region: number): Promise<RedemptionRule>
  /** The rewards that the place's preset names. */
  presetRewards(region: number): Promise<readonly RewardRow[]>
}

/** What settling needs; consent is only read there. */
export type SettlingNeeds = Pick<PointsNeeds, 'db' | 'orderFacts' | 'pointsRules' | 'familyOf' | 'hasOptedIn'>
