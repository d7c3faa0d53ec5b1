import { RESULTS } from '../orders/words.ts'
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
  WordsShape,
} from '../schema.ts'
import { ACCOUNT_KINDS, CORRECTION_REASONS, ENTRY_KINDS, ENTRY_PHASES } from './words.ts'

/** The id of the last row read; the next page begins behind it. */
const after = Optional(Id('下一页'))
/** Balances of issuers lie below zero. */
const Points = Type.Integer({ title: '积分', minimum: -9007199254740991, maximum: 9007199254740991 })
export const Month = Type.String({ title: '月份', pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' })

/** The order an entry stands on: its number and what was done, never whose it was. */
export const EntryOrder = Shape({ id: Id(), number: Type.String(), item: Nullable(WordsShape) })
/** The redemption an entry stands on. */
export const EntryRedemption = Shape({ id: Id(), number: Type.String(), name: WordsShape })
export const MyEntry = Shape({
  id: Id(),
  at: Instant(),
  phase: CodeOf(ENTRY_PHASES),
  kind: CodeOf(ENTRY_KINDS),
  /** What it adds to the person's points, negative for a redemption or a correction to their cost. */
  amount: Points,
  order: Nullable(EntryOrder),
  redemption: Nullable(EntryRedemption),
  reason: Nullable(CodeOf(CORRECTION_REASONS)),
})
export type MyEntry = Static<typeof MyEntry>
export const MyPoints = Shape({
  optedIn: Type.Boolean(),
  balance: Count(),
  pending: Count(),
  /** Kept for redemptions that wait to be collected; `balance - held` can be spent. */
  held: Count(),
  entries: PageOf(MyEntry),
})
export type MyPoints = Static<typeof MyPoints>
export const MyPointsQuery = Shape({ ...PageQuery, after })
export const OptIn = Shape({ optedIn: Type.Boolean() })

/** One side of an entry; a person's name is masked. */
export const EntryParty = Shape({
  account: Id(),
  kind: CodeOf(ACCOUNT_KINDS),
  community: Type.String(),
  name: Nullable(Type.String()),
})
export const LedgerEntry = Shape({
  id: Id(),
  at: Instant(),
  phase: CodeOf(ENTRY_PHASES),
  kind: CodeOf(ENTRY_KINDS),
  amount: Count(),
  giver: EntryParty,
  receiver: EntryParty,
  order: Nullable(EntryOrder),
  redemption: Nullable(EntryRedemption),
  round: Nullable(Count()),
  ruleVersion: Nullable(Id()),
  settles: Nullable(Id()),
  corrects: Nullable(Id()),
  correctedBy: Nullable(Id()),
  reason: Nullable(CodeOf(CORRECTION_REASONS)),
  /** Earned or corrected, not yet corrected itself, and within this person's reach; a redemption is given back instead. */
  mayCorrect: Type.Boolean(),
})
export type LedgerEntry = Static<typeof LedgerEntry>
export const LedgerPage = PageOf(LedgerEntry)
export const LedgerQuery = Shape({
  ...PageQuery,
  after,
  account: Optional(Id('账户')),
  order: Optional(Id('工单')),
  from: Optional(Day('起始日期')),
  /** The last day that is shown. */
  to: Optional(Day('截止日期')),
})
export type LedgerQuery = Static<typeof LedgerQuery>

export const PointAccount = Shape({
  id: Id(),
  kind: CodeOf(ACCOUNT_KINDS),
  community: Type.String(),
  name: Nullable(Type.String()),
  balance: Points,
  pending: Points,
  held: Count(),
})
export type PointAccount = Static<typeof PointAccount>
export const AccountPage = PageOf(PointAccount)
export const AccountsQuery = Shape({
  ...PageQuery,
  after,
  path: Optional(AreaPath('辖区')),
  kind: Optional(CodeOf(ACCOUNT_KINDS, '账户类型')),
})
export type AccountsQuery = Static<typeof AccountsQuery>

export const PointsRuleView = Shape({
  key: Type.String(),
  name: WordsShape,
  /** Service list or item that it applies to; the item outranks the list. */
  appliesTo: Type.String(),
  amount: Count(),
  postsOn: Type.Array(CodeOf(RESULTS)),
  dailyCap: Count(),
  pairWeeklyCap: Count(),
  version: Id(),
})
export const PointsRuleList = Shape({ items: Type.Array(PointsRuleView) })

export const ProofParams = Shape({ month: Month })
/** issued - (spent - refunded) - expired - reversed = balances, all from the beginning to the month's end. */
export const PointsProof = Shape({
  month: Month,
  issued: Count(),
  spent: Count(),
  refunded: Count(),
  expired: Count(),
  reversed: Points,
  balances: Points,
  /** Balances, and promises less what is held for them, of all accounts together: always 0. */
  total: Points,
  /** Accounts whose kept balance, promise or hold differs from their entries: always 0. */
  unequalAccounts: Count(),
  holds: Type.Boolean(),
  /** When the month-end job last recorded it; null before the first time. */
  recordedAt: Nullable(Instant()),
  recordedHolds: Nullable(Type.Boolean()),
})
export type PointsProof = Static<typeof PointsProof>

export const EntryParams = Shape({ id: Id('分录') })
export const CorrectEntryBody = Shape({
  reason: CodeOf(CORRECTION_REASONS, '更正理由'),
  /** How much of the entry was wrong; the whole when left out. */
  amount: Optional(Type.Integer({ title: '更正分数', minimum: 1, maximum: 9007199254740991 })),
})
export const CorrectionResult = Shape({ id: Id(), corrects: Id() })
