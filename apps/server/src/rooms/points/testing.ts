import { randomBytes } from 'node:crypto'
import type { RewardRow } from '@linli/contract'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import type { Database } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { PointsNeeds } from './needs.ts'
import type { OrderFacts, RuleVersion } from './rules/facts.ts'

export const HELPER = newId()
export const NEIGHBOUR = newId()
const RULE_VERSION = newId()

export const aRule = (change: Partial<RuleVersion> = {}): RuleVersion => ({
  key: 'visit.changeBulb',
  name: { zh: '上门服务一次', en: 'One home visit' },
  appliesTo: 'changeBulb',
  amount: 99,
  postsOn: ['solved'],
  dailyCap: 594,
  pairWeeklyCap: 5,
  source: { document: '测试', mechanism: '测试' },
  versionId: RULE_VERSION,
  ...change,
})

export const someFacts = (change: Partial<OrderFacts>): OrderFacts => ({
  id: newId(),
  region: 1,
  state: 'followUp',
  round: 1,
  result: null,
  score: null,
  item: 'changeBulb',
  list: 'volunteer',
  community: '/c03/',
  requesterPersonId: NEIGHBOUR,
  beneficiaryPersonId: null,
  handlerPersonId: HELPER,
  ...change,
})

/** The other rooms as far as points ask them: orders are set as a test goes, everybody takes part unless said otherwise. */
export function neighbours(db: Database, rules: readonly RuleVersion[] = [aRule()]) {
  const orders = new Map<string, OrderFacts>()
  const optedOut = new Set<string>()
  const family: string[] = []
  const rewards: RewardRow[] = []
  const needs: Omit<PointsNeeds, 'optInStatement'> = {
    db,
    orderFacts: async (_region, id) => orders.get(id),
    pointsRules: async () => rules,
    familyOf: async () => family,
    hasOptedIn: async (_region, person) => !optedOut.has(person),
    merchantMembers: async () => undefined,
    crypto: softwareProvider(randomBytes(32)),
    redemptionRule: async () => ({
      holdHours: 24,
      remindHours: 2,
      codeDigits: 8,
      source: { document: '测试', mechanism: '测试' },
    }),
    presetRewards: async () => rewards,
  }
  return { needs, rewards, orders, optedOut, family }
}
