import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { AGREEMENT_STATES, WORK_FACTS, WORK_OUTCOMES } from './words.ts'

const PostKey = () => Type.String({ title: '岗位', pattern: '^[A-Za-z0-9]{1,40}$' })
const Month = () => Type.String({ title: '月份', pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' })

export const Done = Shape({ id: Id() })
export const CourseParams = Shape({ id: Id('课程') })
export const SessionParams = Shape({ id: Id('场次') })
export const WorkParams = Shape({ id: Id('工作商定') })
export const FactParams = Shape({ id: Id('事实') })
export const PairParams = Shape({ id: Id('师徒') })
export const CourseFileParams = Shape({ id: Id('材料') })
export const AllowanceParams = Shape({ id: Id('补助') })

export const OpenCourseBody = Shape({
  id: Id('课程'),
  path: AreaPath('面向哪里'),
  title: Text('名称', 80),
  posts: Type.Array(PostKey(), { title: '培训哪些岗位', minItems: 1, maxItems: 20, uniqueItems: true }),
  material: Text('学习材料', 8000),
})
export const AddSessionBody = Shape({
  id: Id('场次'),
  startsAt: Instant('开始'),
  endsAt: Instant('结束'),
  place: Text('地点', 120),
  trainer: Text('讲师', 60),
  seats: Type.Integer({ title: '名额', minimum: 1, maximum: 2000 }),
})
export const SessionRow = Shape({
  id: Id(),
  startsAt: Instant(),
  endsAt: Instant(),
  place: Type.String(),
  trainer: Type.String(),
  seats: Count(),
  taken: Count(),
})
/** What is read, watched or looked at for a course. */
export const CourseFile = Shape({
  id: Id(),
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Count('字节'),
})
export type CourseFile = Static<typeof CourseFile>
export const CourseRow = Shape({
  id: Id(),
  title: Type.String(),
  areaName: Type.String(),
  posts: Type.Array(WordsShape),
  material: Type.String(),
  files: Type.Array(CourseFile),
  sessions: Type.Array(SessionRow),
})
export type CourseRow = Static<typeof CourseRow>
export const CourseList = Shape({
  items: Type.Array(CourseRow),
  posts: Type.Array(Shape({ key: PostKey(), name: WordsShape })),
})
export const SeatList = Shape({
  items: Type.Array(
    Shape({ personId: Id(), name: Type.String(), areaName: Type.String(), hasAttended: Type.Boolean() }),
  ),
})
export const AttendanceBody = Shape({
  personIds: Type.Array(Id('参加的人'), { title: '参加的人', minItems: 1, maxItems: 400, uniqueItems: true }),
})
/**
 * How many hold a post, how many attended a course for it, and for how many there is no course yet; and those who might go to one
 * and did not: a list of the next invitations.
 */
export const UntrainedQuery = Shape({ path: AreaPath('范围') })
export const Untrained = Shape({
  posts: Type.Array(
    Shape({
      post: PostKey(),
      name: WordsShape,
      held: Count('在岗'),
      trained: Count('参加过培训'),
      untaught: Count('还没有课程'),
    }),
  ),
  items: Type.Array(
    Shape({ personId: Id(), name: Type.String(), post: WordsShape, areaName: Type.String() }),
  ),
})
export type Untrained = Static<typeof Untrained>

export const WorkItemDraft = Shape({
  name: Text('结果', 80),
  doneWhen: Text('怎样算做到', 400),
  fact: Optional(CodeOf(WORK_FACTS, '系统里对应的事实')),
})
export const ProposeWorkBody = Shape({
  id: Id('工作商定'),
  workerId: Id('和谁商定'),
  from: Day('从哪天'),
  to: Day('到哪天'),
  items: Type.Array(WorkItemDraft, { title: '商定的结果', minItems: 1, maxItems: 12 }),
})
export const AnswerWorkBody = Shape({ agrees: Type.Boolean() })
export const AddWorkFactBody = Shape({ id: Id('事实'), itemId: Id('哪一项'), words: Text('事实', 2000) })
export const AnswerWorkFactBody = Shape({ words: Text('回应', 2000) })
const Outcomes = () =>
  Type.Array(Shape({ itemId: Id('哪一项'), outcome: CodeOf(WORK_OUTCOMES, '结果') }), {
    title: '结果',
    minItems: 1,
    maxItems: 12,
  })
export const ConcludeWorkBody = Shape({ version: Version(), outcomes: Outcomes() })
export const AppealWorkBody = Shape({ words: Text('为什么不同意', 4000) })
export const AnswerAppealBody = Shape({ words: Text('书面答复', 4000), outcomes: Outcomes() })

export const WorkRow = Shape({
  id: Id(),
  worker: Type.String(),
  areaName: Type.String(),
  from: Day(),
  to: Day(),
  state: CodeOf(AGREEMENT_STATES),
  answerBy: Nullable(Day()),
})
export type WorkRow = Static<typeof WorkRow>
export const WorkList = Shape({
  items: Type.Array(WorkRow),
  /** What may be proposed, and with whom. */
  results: Type.Array(Shape({ name: WordsShape, doneWhen: WordsShape, fact: Nullable(CodeOf(WORK_FACTS)) })),
  workers: Type.Array(
    Shape({ personId: Id(), name: Type.String(), post: WordsShape, areaName: Type.String() }),
  ),
})
export const WorkView = Shape({
  ...WorkRow.properties,
  version: Version(),
  isMine: Type.Boolean(),
  items: Type.Array(
    Shape({
      id: Id(),
      name: Type.String(),
      doneWhen: Type.String(),
      fact: Nullable(CodeOf(WORK_FACTS)),
      /** What the house knows of it in the agreed days; null where only written facts count. */
      counted: Nullable(Count()),
      outcome: Nullable(CodeOf(WORK_OUTCOMES)),
      facts: Type.Array(
        Shape({ id: Id(), words: Type.String(), at: Instant(), answer: Nullable(Type.String()) }),
      ),
    }),
  ),
  appeal: Nullable(Type.String()),
  answer: Nullable(Type.String()),
  /** Who answered, and until when one may appeal. */
  answeredBy: Nullable(Type.String()),
  appealUntil: Nullable(Day()),
  may: Shape({
    answer: Type.Boolean(),
    write: Type.Boolean(),
    show: Type.Boolean(),
    conclude: Type.Boolean(),
    appeal: Type.Boolean(),
    decide: Type.Boolean(),
  }),
})
export type WorkView = Static<typeof WorkView>

export const PairMentorBody = Shape({
  id: Id('师徒'),
  mentorId: Id('师傅'),
  learnerId: Id('徒弟'),
  subject: Text('学什么', 200),
  from: Day('从哪天'),
  until: Day('到哪天'),
})
export const AnswerPairBody = Shape({ agrees: Type.Boolean() })
export const PairRow = Shape({
  id: Id(),
  mentor: Type.String(),
  learner: Type.String(),
  subject: Type.String(),
  areaName: Type.String(),
  from: Day(),
  until: Day(),
  isAgreed: Type.Boolean(),
})
export const PairList = Shape({ items: Type.Array(PairRow) })

export const SetAllowanceBody = Shape({
  id: Id('补助'),
  personId: Id('谁'),
  category: Type.String({ title: '档次', pattern: '^[A-Za-z0-9]{1,40}$' }),
  from: Day('从哪天'),
})
export const EndAllowanceBody = Shape({ to: Day('到哪天') })
export const MonthQuery = Shape({ month: Month() })
/** Who had which allowance in a month, for payment: facts only. Nothing here is taken off by a press. */
export const AllowanceMonth = Shape({
  categories: Type.Array(Shape({ key: Type.String(), name: WordsShape, fen: Count() })),
  items: Type.Array(
    Shape({
      id: Id(),
      name: Type.String(),
      areaName: Type.String(),
      category: WordsShape,
      fen: Count('每月（分）'),
      days: Count('本月天数'),
      from: Day(),
      to: Nullable(Day()),
    }),
  ),
})
export type AllowanceMonth = Static<typeof AllowanceMonth>

/** Everything of one's own work: courses to come, seats, agreed results, mentors, allowance. */
export const MyWork = Shape({
  sessions: Type.Array(
    Shape({
      ...SessionRow.properties,
      title: Type.String(),
      material: Type.String(),
      files: Type.Array(CourseFile),
      isMine: Type.Boolean(),
      hasAttended: Type.Boolean(),
    }),
  ),
  agreements: Type.Array(WorkRow),
  pairs: Type.Array(Shape({ ...PairRow.properties, isMentor: Type.Boolean(), mayAnswer: Type.Boolean() })),
  allowance: Nullable(Shape({ name: WordsShape, fen: Count(), from: Day() })),
})
export type MyWork = Static<typeof MyWork>
