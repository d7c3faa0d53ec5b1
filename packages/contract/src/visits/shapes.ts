import { TAG_KINDS } from '../cards/words.ts'
import { KINDS } from '../orders/words.ts'
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
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import type { Vocabulary } from '../words.ts'
import { CAMPAIGN_KINDS, DAY_PARTS, OUTCOMES, PHOTO_REASONS, QUESTION_KINDS, TARGETS } from './words.ts'

const tagKinds: Vocabulary<keyof typeof TAG_KINDS> = TAG_KINDS
export const QuestionKey = Type.String({ title: '问题', pattern: '^[a-z][a-z0-9]{0,19}$' })

/** An earlier question was asked and answered so; of several choices this was one. */
export const Condition = Shape({ question: QuestionKey, is: Text('答案', 60) })
export type Condition = Static<typeof Condition>

/**
 * One question of a form. `onlyIf`: asked only when that condition holds; as lists, when every condition of at least one
 * list holds. A `note` is read and not answered; a `decimal` is answered by its digits, since a float would change them.
 */
export const Question = Shape({
  key: QuestionKey,
  kind: CodeOf(QUESTION_KINDS, '题型'),
  label: Text('问题', 120),
  choices: Optional(
    Type.Array(Text('选项', 60), { title: '选项', minItems: 2, maxItems: 20, uniqueItems: true }),
  ),
  required: Type.Boolean({ title: '必答' }),
  hint: Optional(Text('提示', 200)),
  onlyIf: Optional(
    Type.Union([
      Condition,
      Type.Array(Type.Array(Condition, { minItems: 1, maxItems: 10 }), { minItems: 1, maxItems: 20 }),
    ]),
  ),
})
export type Question = Static<typeof Question>
export const Questions = Type.Array(Question, { title: '问题', minItems: 1, maxItems: 40 })

/** A place: a point in degrees by WGS84 with its `accuracy` in metres, what it is called, or both. */
export const PointAnswer = Shape({
  longitude: Optional(Type.Number({ title: '经度', minimum: -180, maximum: 180 })),
  latitude: Optional(Type.Number({ title: '纬度', minimum: -90, maximum: 90 })),
  accuracy: Optional(Type.Integer({ title: '误差（米）', minimum: 0, maximum: 100_000 })),
  name: Optional(Text('地点', 120)),
})
export type PointAnswer = Static<typeof PointAnswer>

/** What a question was answered: a text, digits or a choice; several choices or photos; a whole number; a point. */
export const AnswerValue = Type.Union([
  PointAnswer,
  Type.String({ maxLength: 2000 }),
  Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 }),
])
export type AnswerValue = Static<typeof AnswerValue>
export const Answers = Type.Record(QuestionKey, AnswerValue, { title: '回答', maxProperties: 40 })
export type Answers = Static<typeof Answers>

export const StartCampaignBody = Shape({
  kind: CodeOf(CAMPAIGN_KINDS, '类型'),
  name: Text('名称', 60),
  path: AreaPath('范围'),
  from: Day('开始日期'),
  to: Day('结束日期'),
  questions: Questions,
  /** Left out: households. */
  targets: Optional(CodeOf(TARGETS, '走访谁')),
  /** The companies, where it goes to companies. */
  companies: Optional(
    Type.Array(Id('企业'), { title: '企业', minItems: 1, maxItems: 200, uniqueItems: true }),
  ),
  dailyQuota: Optional(Type.Integer({ title: '每人每天计划户数', minimum: 1, maximum: 300 })),
  inPairs: Optional(Type.Boolean({ title: '两人同去' })),
  /** Only households where nobody was met since this day, in any campaign. */
  unmetSince: Optional(Day('从哪天起没见过')),
})
export const CampaignParams = Shape({ id: Id('走访活动') })
export const ReviseFormBody = Shape({
  /** The version that was seen: another one made meanwhile is not overwritten. */
  version: Type.Integer({ title: '表单版本', minimum: 1, maximum: 10_000 }),
  questions: Questions,
})
export const FormResult = Shape({ id: Id(), version: Type.Integer() })
export const CampaignResult = Shape({ id: Id(), form: Id() })

export const CampaignRow = Shape({
  id: Id(),
  kind: CodeOf(CAMPAIGN_KINDS),
  name: Type.String(),
  path: AreaPath(),
  areaName: Type.String(),
  from: Day(),
  to: Day(),
  targets: CodeOf(TARGETS),
  /** Doors that one walker plans for a day. It is the walker's own; nobody is compared by it. */
  dailyQuota: Nullable(Type.Integer()),
  inPairs: Type.Boolean(),
  unmetSince: Nullable(Day()),
  owner: Nullable(Type.String()),
})
export type CampaignRow = Static<typeof CampaignRow>
export const CampaignsQuery = Shape({ after: Optional(Id('下一页')) })
export const CampaignPage = PageOf(CampaignRow)

export const FormView = Shape({ id: Id(), version: Type.Integer(), questions: Type.Array(Question) })
export type FormView = Static<typeof FormView>

const OUTCOME_COUNTS = {
  met: Count('见到'),
  notHome: Count('没人在家'),
  refused: Count('不愿受访'),
  moved: Count('搬走'),
  closed: Count('空置'),
  orders: Count('转成工单'),
}
/** Outcomes by grid: of each household the latest of what is not replaced. No person is counted. */
export const CampaignProgress = Shape({
  campaign: CampaignRow,
  form: FormView,
  /** Keys of questions that earlier versions asked and this one does not: a new question takes none of them. */
  goneKeys: Type.Array(QuestionKey),
  grids: Type.Array(
    Shape({
      path: AreaPath(),
      name: Type.String(),
      households: Count('户数'),
      ...OUTCOME_COUNTS,
    }),
  ),
  /** Where it goes to companies: each company and its latest outcome. */
  companies: Type.Array(
    Shape({ id: Id(), name: WordsShape, outcome: Nullable(CodeOf(OUTCOMES)), orders: Count() }),
  ),
  /** Visits that stand twice, to be settled by a person. */
  conflicts: Count('有两份'),
})
export type CampaignProgress = Static<typeof CampaignProgress>

export const ComeAgain = Shape({ on: Day('哪天再来'), part: CodeOf(DAY_PARTS, '什么时候') })
export type ComeAgain = Static<typeof ComeAgain>

/** What a phone sends of one visit; every id is its own. */
export const VisitRecord = Shape({
  id: Id('记录'),
  visit: Id('走访'),
  campaign: Id('走访活动'),
  /** Whom it was to: exactly one of the two. */
  household: Optional(Id('住户')),
  company: Optional(Id('企业')),
  form: Id('表单'),
  /** The records that this one replaces, as its writer saw them. */
  replaces: Type.Array(Id('原记录'), { maxItems: 8, uniqueItems: true }),
  outcome: CodeOf(OUTCOMES, '结果'),
  answers: Answers,
  /** Orders placed from this visit. */
  orders: Type.Array(Id('工单'), { maxItems: 8, uniqueItems: true }),
  /** Who came along, where two go together. */
  companion: Optional(Id('同去的人')),
  /** When nobody was there: when to come again. */
  again: Optional(ComeAgain),
  at: Instant('走访时间'),
})
export type VisitRecord = Static<typeof VisitRecord>
export const RecordVisitsBody = Shape({
  records: Type.Array(VisitRecord, { title: '走访记录', minItems: 1, maxItems: 40 }),
})
export const RecordedVisits = Shape({ ids: Type.Array(Id()) })

/** A record that nothing replaces. Two of one visit are a conflict. */
export const VisitHead = Shape({
  id: Id(),
  visit: Id(),
  form: Id(),
  outcome: CodeOf(OUTCOMES),
  answers: Answers,
  orders: Type.Array(Id()),
  /** Absent where nothing was agreed. */
  again: Optional(ComeAgain),
  at: Instant(),
  mine: Type.Boolean(),
})
export type VisitHead = Static<typeof VisitHead>
/** A door to go to: a household's, or a company's with its name for a room. */
export const AreaHousehold = Shape({
  id: Id(),
  isCompany: Type.Boolean(),
  path: AreaPath(),
  room: Type.String(),
  areaName: Type.String(),
  heads: Type.Array(VisitHead),
})
export type AreaHousehold = Static<typeof AreaHousehold>
export const TakeAreaQuery = Shape({ after: Optional(Type.String({ title: '下一页', maxLength: 400 })) })
/** A worker's area of a campaign: doors without names, so that a lost phone tells nobody who lives where. */
export const TakenArea = Shape({
  campaign: CampaignRow,
  /** Every version, latest first: a record is shown by the form that it was asked by. */
  forms: Type.Array(FormView),
  households: Type.Array(AreaHousehold),
  /** Where the buildings lie, by the path of the doors, in 0.0000001 degrees. */
  positions: Type.Array(Shape({ path: AreaPath(), longitude: Type.Integer(), latitude: Type.Integer() })),
  /** Who may come along, where two go together. */
  colleagues: Type.Array(Shape({ id: Id(), name: Type.String() })),
  /** What a finding may be named as besides a plain matter: wishes and errands, as the place's catalogue has them. */
  findings: Type.Array(Shape({ key: Type.String(), name: WordsShape, kind: CodeOf(KINDS) })),
  /** What this place asks separate consent for; at a door it is asked without a network too. */
  consentKinds: Type.Array(Shape({ key: CodeOf(tagKinds), name: WordsShape })),
  next: Nullable(Type.String()),
})
export type TakenArea = Static<typeof TakenArea>

export const VisitPhotoParams = Shape({ id: Id('照片') })
export const KeepVisitPhotoBody = Shape({ household: Id('住户'), file: Id('文件') })
export const VisitPhotoKept = Shape({ id: Id() })
export const OpenPhotoBody = Shape({ reason: CodeOf(PHOTO_REASONS, '为什么看') })
/** The picture itself, in base64: it has no address that could be passed on. */
export const OpenedPhoto = Shape({ mediaType: Type.String(), base64: Type.String() })

/** A visit at which the reader is named as the second person. */
export const CompanionRow = Shape({
  visit: Id(),
  campaign: Type.String(),
  door: Type.String(),
  namedBy: Type.String(),
  at: Instant(),
})
export type CompanionRow = Static<typeof CompanionRow>
export const CompanionPage = Shape({ items: Type.Array(CompanionRow) })
export const AnswerCompanionsBody = Shape({
  visits: Type.Array(Id('走访'), { title: '走访', minItems: 1, maxItems: 100, uniqueItems: true }),
  wasThere: Type.Boolean({ title: '是否同去' }),
})
export const CompanionsAnswered = Shape({ visits: Type.Array(Id()) })

/** What of a form file could not be taken over, by sheet and row as the spreadsheet numbers them. */
export const FormRemark = Shape({
  sheet: Type.String(),
  row: Type.Integer(),
  says: Type.String(),
  advice: Type.String(),
})
export type FormRemark = Static<typeof FormRemark>
export const ReadForm = Shape({
  name: Nullable(Type.String()),
  questions: Type.Array(Question),
  remarks: Type.Array(FormRemark),
})
export type ReadForm = Static<typeof ReadForm>

/** A kind of campaign with what the place begins it with. */
export const CampaignKindRow = Shape({
  key: CodeOf(CAMPAIGN_KINDS),
  name: WordsShape,
  targets: CodeOf(TARGETS),
  days: Type.Integer(),
  dailyQuota: Nullable(Type.Integer()),
  inPairs: Type.Boolean(),
  monthlyDay: Nullable(Type.Integer()),
  questions: Type.Array(Question),
})
export type CampaignKindRow = Static<typeof CampaignKindRow>
export const CampaignKinds = Shape({ items: Type.Array(CampaignKindRow) })
