import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  PageOf,
  Shape,
  type Static,
  Text,
  Type,
} from '../schema.ts'
import { Answers, CampaignRow, ComeAgain, FormView, QuestionKey } from './shapes.ts'
import { OUTCOMES, PHOTO_REASONS, QUESTION_KINDS, SETTLE_WAYS } from './words.ts'

const FILTERS = {
  grid: Optional(AreaPath('网格')),
  outcome: Optional(CodeOf(OUTCOMES, '结果')),
  /** Only visits that answered this question. */
  question: Optional(QuestionKey),
  /** And so: one of its choices. What was written is not searched, since it is masked. */
  answer: Optional(Text('回答', 60)),
}
export const AnswerTotalsQuery = Shape(FILTERS)
export const AnswersQuery = Shape({ ...FILTERS, after: Optional(Id('下一页')) })

/** What one question was answered, over all versions of the form. No person who walked is counted. */
export const QuestionTotals = Shape({
  key: QuestionKey,
  kind: CodeOf(QUESTION_KINDS),
  label: Type.String(),
  answered: Count('答了'),
  /** Of a choice: every choice of the form, with those of earlier versions that were given. */
  choices: Type.Array(Shape({ choice: Type.String(), visits: Count() })),
  /** Of numbers, in digits. */
  sum: Nullable(Type.String()),
  least: Nullable(Type.String()),
  most: Nullable(Type.String()),
})
export type QuestionTotals = Static<typeof QuestionTotals>

/** A place that somebody answered with, in degrees; the visit it belongs to leads to the words. */
export const AnsweredPlace = Shape({
  record: Id(),
  visit: Id(),
  question: QuestionKey,
  name: Nullable(Type.String()),
  door: Type.String(),
  longitude: Type.Number(),
  latitude: Type.Number(),
})
export type AnsweredPlace = Static<typeof AnsweredPlace>

export const AnswerTotals = Shape({
  campaign: CampaignRow,
  grids: Type.Array(Shape({ path: AreaPath(), name: Type.String() })),
  /** Visits that stand once; those that stand twice count when somebody settled them. */
  visits: Count('走访'),
  conflicts: Count('有两份'),
  questions: Type.Array(QuestionTotals),
  places: Type.Array(AnsweredPlace),
})
export type AnswerTotals = Static<typeof AnswerTotals>

/**
 * One answer as a list shows it: a choice or a number in clear; of what was written only how long it is, of photos how
 * many, of a place its name. The words stand behind `openVisit`, with a reason.
 */
export const ListedAnswer = Shape({
  key: QuestionKey,
  kind: CodeOf(QUESTION_KINDS),
  label: Type.String(),
  shown: Nullable(Type.String()),
  /** Letters written, or photos. */
  hidden: Nullable(Type.Integer()),
})
export type ListedAnswer = Static<typeof ListedAnswer>
export const AnsweredVisit = Shape({
  id: Id(),
  visit: Id(),
  door: Type.String(),
  isCompany: Type.Boolean(),
  outcome: CodeOf(OUTCOMES),
  at: Instant(),
  orders: Count(),
  /** It stands twice: somebody has to settle it. */
  isTwice: Type.Boolean(),
  answers: Type.Array(ListedAnswer),
})
export type AnsweredVisit = Static<typeof AnsweredVisit>
export const AnswersPage = PageOf(AnsweredVisit)

export const VisitParams = Shape({ id: Id('走访') })
export const OpenVisitBody = Shape({ reason: CodeOf(PHOTO_REASONS, '为什么看') })
/** A record as somebody wrote it: nothing of it is ever changed. */
export const VisitVersion = Shape({
  id: Id(),
  visit: Id(),
  form: Id(),
  replaces: Type.Array(Id()),
  outcome: CodeOf(OUTCOMES),
  answers: Answers,
  orders: Type.Array(Id()),
  again: Optional(ComeAgain),
  at: Instant(),
  /** When it came. */
  arrived: Instant(),
  /** Who wrote it, so that they can be asked; null where they were erased. */
  by: Nullable(Type.String()),
  /** Nothing replaces it. */
  stands: Type.Boolean(),
})
export type VisitVersion = Static<typeof VisitVersion>
/** A door in one campaign with everything that was ever written down there, the latest first. */
export const OpenedVisit = Shape({
  visit: Id(),
  campaign: Id(),
  campaignName: Type.String(),
  door: Type.String(),
  /** Null of a company. */
  household: Nullable(Id()),
  forms: Type.Array(FormView),
  versions: Type.Array(VisitVersion),
})
export type OpenedVisit = Static<typeof OpenedVisit>

export const VisitConflict = Shape({
  visit: Id(),
  door: Type.String(),
  isCompany: Type.Boolean(),
  versions: Count(),
  /** When the latest of them came. */
  arrived: Instant(),
})
export type VisitConflict = Static<typeof VisitConflict>
export const ConflictsQuery = Shape({ after: Optional(Id('下一页')) })
export const ConflictPage = PageOf(VisitConflict)

export const SettleVisitBody = Shape({
  /** The versions that were seen beside each other: another one meanwhile is not passed over. */
  versions: Type.Array(Id('版本'), { title: '看到的版本', minItems: 2, maxItems: 8, uniqueItems: true }),
  way: CodeOf(SETTLE_WAYS, '怎么核对'),
  /** Whose outcome, time and, but for `fields`, answers stand. */
  keep: Id('按哪一份'),
  /** Of `fields`: from which version the answer to a question comes; what is not named comes from `keep`. */
  take: Optional(Type.Record(QuestionKey, Id(), { title: '逐题', maxProperties: 40 })),
})
export type SettleVisitBody = Static<typeof SettleVisitBody>
export const VisitSettled = Shape({ ids: Type.Array(Id()) })
