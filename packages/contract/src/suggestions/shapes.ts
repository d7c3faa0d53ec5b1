import { STATES } from '../orders/words.ts'
import { ADDRESS_REASONS } from '../places/addressWords.ts'
import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
  Version,
} from '../schema.ts'
import { BASES, LIKENESSES, PERSON_SIGNS, PERSONAL_KINDS } from './words.ts'

/** Points of a hundred. */
const Percent = (title = '百分点') => Type.Integer({ title, minimum: 0, maximum: 100 })
const Why = () => Type.Array(Type.String())

export const WordsBody = Shape({ text: Text('诉求内容'), path: Optional(AreaPath('地点')) })

/** An item that the words may mean, with the words that spoke for it. */
export const SuggestedItem = Shape({ item: Type.String(), share: Percent(), why: Why() })
export const ItemAdvice = Shape({
  basis: CodeOf(BASES),
  /** At most two, the likelier first. */
  items: Type.Array(SuggestedItem),
  /** How far the first is before the second. */
  margin: Percent(),
  /** The first item when its margin is above the one the desk has set: filled in beforehand, decided by a person. */
  filledIn: Nullable(Type.String()),
})
export type ItemAdvice = Static<typeof ItemAdvice>

/** A matter that several neighbours have reported: no words and nobody of them. */
export const KnownMatter = Shape({
  item: Type.String(),
  place: Type.String(),
  /** Distinct people who reported it, from three up. */
  reporters: Type.Integer({ minimum: 3 }),
  since: Instant(),
  state: CodeOf(STATES),
})
export type KnownMatter = Static<typeof KnownMatter>
export const OrderAdvice = Shape({ advice: ItemAdvice, known: Type.Array(KnownMatter) })
export type OrderAdvice = Static<typeof OrderAdvice>

/** An order that may be the same matter, for whoever may read it. */
export const SimilarOrder = Shape({
  id: Id(),
  number: Type.String(),
  title: Type.String(),
  place: Type.String(),
  state: CodeOf(STATES),
  placedAt: Instant(),
  likeness: CodeOf(LIKENESSES),
  score: Percent(),
  why: Why(),
})
export type SimilarOrder = Static<typeof SimilarOrder>
export const SimilarOrders = Shape({
  items: Type.Array(SimilarOrder),
  /** Distinct people behind them. */
  reporters: Count(),
})
export type SimilarOrders = Static<typeof SimilarOrders>

export const SaidPlace = Shape({
  said: Type.String(),
  path: Type.String(),
  text: Type.String(),
  room: Nullable(Type.String()),
  why: Type.Array(CodeOf(ADDRESS_REASONS)),
})
export const SaidTime = Shape({ said: Type.String(), from: Type.String(), to: Nullable(Type.String()) })
export const SaidPerson = Shape({ said: Type.String(), why: CodeOf(PERSON_SIGNS) })
export const ReadWords = Shape({
  advice: ItemAdvice,
  places: Type.Array(SaidPlace),
  times: Type.Array(SaidTime),
  people: Type.Array(SaidPerson),
  similar: SimilarOrders,
})
export type ReadWords = Static<typeof ReadWords>

export const SimilarParams = Shape({ id: Id('工单') })
export const HotSpot = Shape({
  item: Nullable(Type.String()),
  place: Type.String(),
  reporters: Count(),
  orders: Type.Array(Shape({ id: Id(), number: Type.String(), title: Type.String() })),
  /** Distinct reporters, each counting half after a week. */
  heat: Type.Number(),
  since: Instant(),
  latest: Instant(),
})
export type HotSpot = Static<typeof HotSpot>
export const HotSpots = Shape({ items: Type.Array(HotSpot) })
export type HotSpots = Static<typeof HotSpots>

export const SuggestionTerms = Shape({
  version: Count(),
  /** Filled in beforehand from this margin on; null: never. */
  margin: Nullable(Percent()),
  learned: Nullable(
    Shape({
      at: Instant(),
      examples: Count(),
      items: Count(),
      /** Of the orders kept back from learning: how many had their item first, and among the first two. */
      first: Percent(),
      firstTwo: Percent(),
      /** And by the items' own names alone. */
      byNames: Percent(),
      basis: CodeOf(BASES),
    }),
  ),
})
export type SuggestionTerms = Static<typeof SuggestionTerms>
export const SetTermsBody = Shape({
  version: Count('版本'),
  margin: Nullable(Type.Integer({ title: '领先多少才先填上', minimum: 5, maximum: 100 })),
})
export const TermsSet = Shape({ version: Version() })

export const MaskBody = Shape({ orderId: Id('工单'), text: Text('要公开的话', 4000) })
export const MaskedWords = Shape({
  text: Type.String(),
  found: Type.Array(Shape({ kind: CodeOf(PERSONAL_KINDS), count: Count() })),
  /** Words that may name somebody: left as they are, to be looked at. */
  people: Type.Array(SaidPerson),
})
export type MaskedWords = Static<typeof MaskedWords>
