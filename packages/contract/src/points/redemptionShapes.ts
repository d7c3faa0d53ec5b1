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
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { Month } from './shapes.ts'
import { HINDRANCES, REDEMPTION_STATES, REFUND_REASONS, REWARD_KINDS } from './words.ts'

const MOST = 1_000_000_000
const after = Optional(Id('下一页'))
const Whole = (title: string, minimum = 0) => Type.Integer({ title, minimum, maximum: MOST })
/** What the community pays, in fen, by its contract with the merchant. */
const Fen = (title = '结算价（分）') => Whole(title)
/** A unit that hands rewards out. */
export const Merchant = Shape({ id: Id(), name: WordsShape })
const RewardName = Shape({ id: Id(), kind: CodeOf(REWARD_KINDS), name: WordsShape })

const reward = {
  id: Id(),
  kind: CodeOf(REWARD_KINDS),
  name: WordsShape,
  merchant: Merchant,
  points: Count(),
  /** Pieces left; null when they do not run out. */
  stock: Nullable(Count()),
  /** So many points must stay: only those above it can be spent on this. */
  base: Count(),
  /** Pieces one person may redeem in a month; null without a limit. */
  monthlyLimit: Nullable(Count()),
  from: Instant(),
  to: Nullable(Instant()),
  /** Document and mechanism that it comes from; null for one the place added itself. */
  source: Nullable(Shape({ document: Type.String(), mechanism: Type.String() })),
}
/** A reward as a resident sees it on the shelf. */
export const ShelfReward = Shape({
  ...reward,
  /** Pieces this person redeemed this month. */
  redeemedThisMonth: Count(),
  /** How many pieces this person may redeem at once now; 0 when something hinders. */
  most: Count(),
  hindrance: Nullable(CodeOf(HINDRANCES)),
})
export type ShelfReward = Static<typeof ShelfReward>
/** The shelf of the community in which the person has points; `available` is what can be spent now. */
export const Shelf = Shape({
  available: Count(),
  items: Type.Array(ShelfReward),
  next: Nullable(Type.String()),
})
export type Shelf = Static<typeof Shelf>
export const ShelfQuery = Shape({ ...PageQuery, after })

/** A reward as administration, audit and its merchant see it. */
export const RewardView = Shape({
  ...reward,
  version: Version(),
  area: Type.String(),
  fen: Count(),
  /** Pieces that wait to be collected. */
  held: Count(),
  /** On the shelf now. */
  offered: Type.Boolean(),
  mayChange: Type.Boolean(),
})
export type RewardView = Static<typeof RewardView>
export const RewardPage = PageOf(RewardView)
export const RewardsQuery = Shape({ ...PageQuery, after, unit: Optional(Id('商户')) })
export type RewardsQuery = Static<typeof RewardsQuery>

const name = Shape({ zh: Text('兑换品名称', 40), en: Text('英文名称', 80) }, '名称')
const terms = {
  points: Whole('所需积分', 1),
  fen: Fen(),
  base: Whole('须留基数'),
  monthlyLimit: Nullable(Whole('每人每月限兑', 1)),
}
export const AddRewardBody = Shape({
  id: Id('编号'),
  kind: CodeOf(REWARD_KINDS, '类别'),
  name,
  unit: Id('商户'),
  area: AreaPath('兑换范围'),
  ...terms,
  stock: Nullable(Whole('数量')),
  /** Now when left out. */
  from: Optional(Instant('上架时间')),
  to: Optional(Nullable(Instant('下架时间'))),
})
export type AddRewardBody = Static<typeof AddRewardBody>
export const RewardParams = Shape({ id: Id('兑换品') })
/** What is left out stays as it is. What was redeemed already keeps the terms it was redeemed at. */
export const ChangeRewardBody = Shape({
  version: Version(),
  name: Optional(name),
  points: Optional(terms.points),
  fen: Optional(terms.fen),
  base: Optional(terms.base),
  monthlyLimit: Optional(terms.monthlyLimit),
  /** Pieces added, or taken away when negative: people redeem meanwhile, so it is never set. */
  addStock: Optional(Type.Integer({ title: '增减数量', minimum: -MOST, maximum: MOST })),
  /** When it leaves the shelf; null for never. */
  to: Optional(Nullable(Instant('下架时间'))),
})
export type ChangeRewardBody = Static<typeof ChangeRewardBody>
export const RewardResult = Shape({ id: Id(), version: Version() })

export const RedeemBody = Shape({
  id: Id('编号'),
  rewardId: Id('兑换品'),
  quantity: Type.Integer({ title: '数量', minimum: 1, maximum: 99 }),
  /** What all pieces together cost as the person saw it; refused when the terms have changed since. */
  points: Whole('所需积分', 1),
})
/** The pick-up code is read with `myRedemptions`; answers of commands are kept, codes are not. */
export const RedeemResult = Shape({
  id: Id(),
  number: Type.String(),
  points: Count(),
  collectBefore: Instant(),
})
export type RedeemResult = Static<typeof RedeemResult>

const redemption = {
  id: Id(),
  number: Type.String(),
  reward: RewardName,
  merchant: Merchant,
  quantity: Count(),
  points: Count(),
  state: CodeOf(REDEMPTION_STATES),
  heldAt: Instant(),
  collectBefore: Instant(),
  collectedAt: Nullable(Instant()),
  /** When it was cancelled, expired or given back. */
  endedAt: Nullable(Instant()),
  reason: Nullable(CodeOf(REFUND_REASONS)),
}
export const MyRedemption = Shape({
  ...redemption,
  /** Digits to show the merchant; null once it is no longer held. */
  code: Nullable(Type.String()),
  mayCancel: Type.Boolean(),
})
export type MyRedemption = Static<typeof MyRedemption>
export const MyRedemptions = PageOf(MyRedemption)
export const MyRedemptionsQuery = Shape({
  ...PageQuery,
  after,
  state: Optional(CodeOf(REDEMPTION_STATES, '状态')),
})
export type MyRedemptionsQuery = Static<typeof MyRedemptionsQuery>

export const RedemptionParams = Shape({ id: Id('兑换单') })
export const RedemptionResult = Shape({ id: Id(), state: CodeOf(REDEMPTION_STATES) })
const Code = Type.String({ title: '领取码', pattern: '^[0-9]{6,12}$', description: '只写数字' })
export const CodeBody = Shape({ code: Code })
export const CollectBody = Shape({ code: Code })
export const RefundBody = Shape({
  reason: CodeOf(REFUND_REASONS, '退回理由'),
  /** Whether the pieces go back to the shelf. */
  restock: Type.Boolean({ title: '是否放回货架' }),
})

/** A redemption as its merchant, administration and audit see it; the name is masked. */
export const RedemptionView = Shape({
  ...redemption,
  name: Nullable(Type.String()),
  area: Type.String(),
  fen: Count(),
  mayRefund: Type.Boolean(),
})
export type RedemptionView = Static<typeof RedemptionView>
export const RedemptionPage = PageOf(RedemptionView)
export const RedemptionsQuery = Shape({
  ...PageQuery,
  after,
  state: Optional(CodeOf(REDEMPTION_STATES, '状态')),
  unit: Optional(Id('商户')),
  reward: Optional(Id('兑换品')),
  /** Days on which it was collected. */
  from: Optional(Day('领取起始日期')),
  to: Optional(Day('领取截止日期')),
})
export type RedemptionsQuery = Static<typeof RedemptionsQuery>

export const SettlementParams = Shape({ month: Month })
export const SettlementQuery = Shape({ unit: Optional(Id('商户')) })
/** Collected in the month, and given back in the month whenever it was collected. */
const sums = {
  pieces: Count(),
  points: Count(),
  fen: Count(),
  refundedPieces: Count(),
  refundedPoints: Count(),
  refundedFen: Count(),
  /** What is to be paid: collected less given back; below 0 when more came back than went out. */
  dueFen: Type.Integer({ minimum: -9007199254740991, maximum: 9007199254740991 }),
}
export const SettlementLine = Shape({
  merchant: Merchant,
  area: Type.String(),
  areaName: Type.String(),
  reward: RewardName,
  /** The price of one piece that these were redeemed at, in points and in fen. */
  eachPoints: Count(),
  eachFen: Count(),
  ...sums,
})
export type SettlementLine = Static<typeof SettlementLine>
export const SettlementMerchant = Shape({
  merchant: Merchant,
  area: Type.String(),
  areaName: Type.String(),
  ...sums,
})
export type SettlementMerchant = Static<typeof SettlementMerchant>
/** Of each merchant and each area that pays it. */
export const Settlement = Shape({
  month: Month,
  merchants: Type.Array(SettlementMerchant),
  lines: Type.Array(SettlementLine),
  total: Shape(sums),
  /** The points of the lines equal the merchants' entries in the ledger. */
  holds: Type.Boolean(),
})
export type Settlement = Static<typeof Settlement>
