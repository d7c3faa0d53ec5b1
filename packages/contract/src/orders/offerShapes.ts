import { CodeOf, Count, Id, Instant, Nullable, Shape, type Static, Type, Version } from '../schema.ts'
import { LEFT_OUT, OFFER_ENDS, PAIR_REASONS } from './offerWords.ts'
import { URGENCIES } from './words.ts'

/** How many were left out by a rule. */
export const LeftOutCount = Shape({ reason: CodeOf(LEFT_OUT), people: Count() })

/** What the desk sees of an offer: each wave, whom the newest asked, and what comes next. */
export const OfferView = Shape({
  number: Type.String(),
  waves: Type.Array(
    Shape({
      version: Version(),
      wave: Count('第几拨'),
      level: Type.String({ title: '问到哪一级' }),
      at: Instant('什么时候'),
      asked: Count('问了几人'),
      left: Type.Array(LeftOutCount),
    }),
  ),
  people: Type.Array(
    Shape({
      personId: Id(),
      name: Type.String(),
      reason: Nullable(CodeOf(LEFT_OUT)),
      paired: Type.Boolean(),
      held: Count(),
      quota: Count(),
    }),
  ),
  /** When the newest wave is over: a wider one, or with no level nobody wider, and whoever is on duty is told to ask somebody. */
  next: Nullable(Shape({ at: Instant(), level: Nullable(Type.String()) })),
})
export type OfferView = Static<typeof OfferView>

/** Why an order of the last weeks is not mine: the own facts as they were, never another person's. */
export const MyOffer = Shape({
  title: Type.String(),
  place: Type.String(),
  wave: Count(),
  level: Type.String(),
  at: Instant(),
  reason: Nullable(CodeOf(LEFT_OUT)),
  paired: Type.Boolean(),
  held: Count(),
  quota: Count(),
  skill: Nullable(Type.String()),
  end: CodeOf(OFFER_ENDS),
  endedAt: Nullable(Instant()),
})
export type MyOffer = Static<typeof MyOffer>
export const MyOffers = Shape({ days: Count(), items: Type.Array(MyOffer) })

const Waiting = Shape({
  id: Id(),
  number: Type.String(),
  version: Version(),
  title: Type.String(),
  place: Type.String(),
  urgency: CodeOf(URGENCIES),
  placedAt: Instant(),
})
/** Whom to ask for which order while helpers are short; nothing is done by it. */
export const Proposal = Shape({
  short: Type.Boolean(),
  waiting: Count(),
  free: Count(),
  percent: Count(),
  least: Count(),
  /** `best`: least way in all; `nearestFirst`: the calculation ran out of its time. */
  method: Type.Union([Type.Literal('best'), Type.Literal('nearestFirst')]),
  pairs: Type.Array(
    Shape({
      order: Waiting,
      helper: Shape({ personId: Id(), name: Type.String(), held: Count(), quota: Count() }),
      minutes: Count(),
      /** Whether both stand on the map; else reckoned from how near their areas are. */
      measured: Type.Boolean(),
      reasons: Type.Array(CodeOf(PAIR_REASONS)),
    }),
  ),
  left: Type.Array(Shape({ order: Waiting, reasons: Type.Array(LeftOutCount) })),
})
export type Proposal = Static<typeof Proposal>
