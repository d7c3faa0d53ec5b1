import {
  CodeOf,
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
import { CARE_ENDINGS, CARE_SIDES, CONSENT_PATHS, CONTACT_OUTCOMES, STAFF_ENDINGS } from './words.ts'

const endings: Parameters<typeof CodeOf<keyof typeof STAFF_ENDINGS>>[0] = STAFF_ENDINGS
const RhythmKey = () => Type.String({ title: '多久一次', pattern: '^[A-Za-z0-9]{1,40}$' })
const Rhythms = () =>
  Type.Array(RhythmKey(), { title: '多久一次', minItems: 1, maxItems: 6, uniqueItems: true })
const Deputies = () => Type.Array(Id('替班人'), { title: '替班人', maxItems: 3, uniqueItems: true })

export const PlanParams = Shape({ id: Id('关爱计划') })
export const StandInParams = Shape({ id: Id('替班') })
export const Done = Shape({ id: Id() })
export const Changed = Shape({ id: Id(), version: Version() })

export const StartCareBody = Shape({
  id: Id('关爱计划'),
  personId: Id('关爱谁'),
  householdId: Id('住在哪一户'),
  carerId: Id('关爱人'),
  deputies: Deputies(),
  rhythms: Rhythms(),
  from: Day('从哪天'),
  until: Day('到哪天'),
  way: CodeOf(CONSENT_PATHS, '怎么同意'),
})
export const ChangeCareBody = Shape({
  version: Version(),
  carerId: Id('关爱人'),
  deputies: Deputies(),
  rhythms: Rhythms(),
})
export const AnswerCareBody = Shape({ agrees: Type.Boolean() })
export const EndCareBody = Shape({ ending: Optional(CodeOf(endings, '为什么结束')) })
export const AskStandInBody = Shape({ id: Id('替班'), from: Day('从哪天'), to: Day('到哪天') })

/** What a phone sends of one contact: codes and no words. */
export const Contact = Shape({
  id: Id('联系记录'),
  plan: Id('关爱计划'),
  rhythm: RhythmKey(),
  outcome: CodeOf(CONTACT_OUTCOMES, '结果'),
  /** Orders placed from this contact. */
  orders: Type.Array(Id('工单'), { maxItems: 8, uniqueItems: true }),
  at: Instant('联系时间'),
})
export type Contact = Static<typeof Contact>
export const RecordContactsBody = Shape({
  contacts: Type.Array(Contact, { title: '联系记录', minItems: 1, maxItems: 40 }),
})
export const RecordedContacts = Shape({ ids: Type.Array(Id()) })

/** One rhythm of a plan and what of it is due. */
export const CareLine = Shape({
  rhythm: RhythmKey(),
  name: WordsShape,
  needs: Type.Union([Type.Literal('contact'), Type.Literal('meeting')]),
  dueAt: Instant(),
  /** It can be made now: its day, week or month has begun. */
  isWaiting: Type.Boolean(),
  /** Somebody was told that this contact is missing. */
  isMissed: Type.Boolean(),
  /** The order that was placed because nobody made it. */
  orderId: Nullable(Id()),
})
export type CareLine = Static<typeof CareLine>

export const CareRow = Shape({
  id: Id(),
  /** Masked for everybody but the person and the guardian. */
  name: Type.String(),
  areaName: Type.String(),
  room: Type.String(),
  carer: Type.String(),
  from: Day(),
  until: Day(),
  isAgreed: Type.Boolean(),
  endedAt: Nullable(Instant()),
  ending: Nullable(CodeOf(CARE_ENDINGS)),
  lines: Type.Array(CareLine),
})
export type CareRow = Static<typeof CareRow>
export const CareQuery = Shape({ ...PageQuery })
export const CarePage = PageOf(CareRow)

export const CareView = Shape({
  ...CareRow.properties,
  version: Version(),
  side: CodeOf(CARE_SIDES),
  deputies: Type.Array(Type.String()),
  lastSeenAt: Nullable(Instant()),
  contacts: Type.Array(
    Shape({
      id: Id(),
      rhythm: WordsShape,
      outcome: CodeOf(CONTACT_OUTCOMES),
      at: Instant(),
      by: Type.String(),
      orders: Type.Array(Id()),
    }),
  ),
  standIns: Type.Array(
    Shape({ id: Id(), from: Day(), to: Day(), takenBy: Nullable(Type.String()), isMine: Type.Boolean() }),
  ),
  mayAnswer: Type.Boolean(),
  mayEnd: Type.Boolean(),
  /** What a change begins with; null to whoever may not change it: ids of people are for the desk. */
  change: Nullable(Shape({ householdId: Id(), carerId: Id(), deputies: Type.Array(Id()) })),
  mayHandOver: Type.Boolean(),
})
export type CareView = Static<typeof CareView>

/** What a phone takes along: whom one cares for now, what concerns oneself, and days that one may take over. */
export const MyCare = Shape({
  carer: Type.Array(Shape({ ...CareRow.properties, path: Type.String() })),
  own: Type.Array(Shape({ ...CareRow.properties, side: CodeOf(CARE_SIDES), mayAnswer: Type.Boolean() })),
  open: Type.Array(
    Shape({ id: Id(), planId: Id(), areaName: Type.String(), from: Day(), to: Day(), carer: Type.String() }),
  ),
})
export type MyCare = Static<typeof MyCare>

/** Whom a plan can name: the rhythms of the place, and the helpers and staff of the area. */
export const CareChoicesQuery = Shape({ householdId: Id('住在哪一户') })
export const CareChoices = Shape({
  rhythms: Type.Array(Shape({ key: RhythmKey(), name: WordsShape })),
  members: Type.Array(
    Shape({ personId: Id(), name: Type.String(), isChild: Type.Boolean(), mayAnswer: Type.Boolean() }),
  ),
  /** Name and number come masked, to tell them apart. */
  carers: Type.Array(Shape({ personId: Id(), name: Type.String(), phone: Nullable(Type.String()) })),
})
export type CareChoices = Static<typeof CareChoices>
