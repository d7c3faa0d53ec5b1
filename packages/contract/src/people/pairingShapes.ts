import { PLAN_STATES } from '../places/gridPlanWords.ts'
import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Shape,
  type Static,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { CONTACT_EVERY, PAIRED } from './pairingWords.ts'

const Key = (title: string) => Type.String({ title, pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' })
/** What a promise comes to: how many are to be paired, how many takers there are, and what they can reach. */
const promise = {
  wanted: Count('要结对的'),
  takers: Count('来结对的'),
  least: Count('至少联系'),
  most: Count('至多联系'),
  /** So many are left without anybody, however it is done. */
  short: Count('差多少'),
  /** So many too few for everybody's least. */
  idle: Count('空多少'),
  paired: Count('已结对'),
}
export const CoverageQuery = Shape({ path: AreaPath('范围') })
export const CoverageArea = Shape({ path: AreaPath(), name: Type.String(), ...promise })
export const Coverage = Shape({
  rules: Type.Array(
    Shape({
      key: Key('规则'),
      name: WordsShape,
      what: CodeOf(PAIRED),
      /** The preset's limits for one taker. */
      each: Shape({ least: Count('至少'), most: Count('至多') }),
      total: Shape(promise),
      areas: Type.Array(CoverageArea),
    }),
  ),
})
export type Coverage = Static<typeof Coverage>

export const OpenPairingPlanBody = Shape({
  id: Id(),
  rule: Key('结对规则'),
  path: AreaPath('范围'),
  /** Left out where nothing is promised. */
  every: Optional(CodeOf(CONTACT_EVERY, '多久联系一次')),
})
export const PairingPlanParams = Shape({ id: Id('结对方案') })
export const PairingPlanResult = Shape({ id: Id(), version: Version() })
export const PairingVersionBody = Shape({ version: Version() })
export const PairingPlanRow = Shape({
  id: Id(),
  rule: Key('结对规则'),
  ruleName: WordsShape,
  what: CodeOf(PAIRED),
  path: AreaPath(),
  areaName: Type.String(),
  state: CodeOf(PLAN_STATES),
  progress: Type.Integer({ title: '进度', minimum: 0, maximum: 100 }),
  failed: Type.Boolean(),
  version: Version(),
  openedAt: Instant(),
  every: Nullable(CodeOf(CONTACT_EVERY)),
  /** Figures of the proposal: `left` have nobody; loads are how many one taker has. */
  outcome: Nullable(
    Shape({
      wanted: Count('要结对的'),
      left: Count('没有人联系的'),
      takers: Count('来结对的'),
      leastLoad: Count('最少联系'),
      mostLoad: Count('最多联系'),
    }),
  ),
})
export type PairingPlanRow = Static<typeof PairingPlanRow>
export const PairingPlansQuery = Shape({ path: AreaPath('范围'), ...PageQuery })
export const PairingPlanPage = PageOf(PairingPlanRow)

export const PairRow = Shape({
  id: Id(),
  takerId: Nullable(Id()),
  /** Where a unit stands; null where a person looks after somebody. */
  takerPath: Nullable(AreaPath()),
  /** The person who looks after them, or the community or grid that a unit stands beside. */
  takerName: Type.String(),
  /** A door, a member's name or a unit's. */
  name: Type.String(),
})
export type PairRow = Static<typeof PairRow>
export const PairsQuery = Shape({ ...PageQuery })
export const PairPage = PageOf(PairRow)
export const PairParams = Shape({ id: Id('结对') })
/** Whose a pair becomes, or for a unit where it is to stand. */
export const MovePairBody = Shape({
  takerId: Optional(Id('改由谁来')),
  path: Optional(AreaPath('改到哪里')),
})
export const PairResult = Shape({ id: Id() })

export const MyPair = Shape({
  id: Id(),
  ruleName: WordsShape,
  /** Whether the reader looks after the other side. */
  isTaker: Type.Boolean(),
  name: Type.String(),
  /** Of the unit that the reader speaks for, where the pair is a unit's. */
  unitName: Nullable(Type.String()),
  fromOn: Day('从哪天'),
  every: Nullable(CodeOf(CONTACT_EVERY)),
})
export const MyPairings = Shape({ items: Type.Array(MyPair) })
export type MyPairings = Static<typeof MyPairings>
