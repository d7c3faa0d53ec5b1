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
import { ServiceFacts } from './shapes.ts'
import { REPORT_STATES } from './words.ts'

export const ReportParams = Shape({ id: Id('单位报告') })
export const DrawReportBody = Shape({ id: Id('单位报告'), fromOn: Day('从哪天'), toOn: Day('到哪天') })
export const AnswerReportBody = Shape({ version: Version(), words: Optional(Text('单位的话', 1000)) })
export const ReportsQuery = Shape({
  path: Optional(AreaPath('范围')),
  state: Optional(CodeOf(REPORT_STATES, '状态')),
  ...PageQuery,
})

/** Counts of a unit in a community: nobody by name, and nothing that its member did not agree to send. */
export const UnitFacts = Shape({
  members: Count('报到党员'),
  cards: Count('送交的反馈卡'),
  ...ServiceFacts.properties,
  kept: Count('兑现的承诺'),
  paidFen: Count('到位资金（分）'),
})
export type UnitFacts = Static<typeof UnitFacts>
export const ReportView = Shape({
  id: Id(),
  number: Type.String(),
  unitName: WordsShape,
  areaName: Type.String(),
  fromOn: Day(),
  toOn: Day(),
  facts: UnitFacts,
  state: CodeOf(REPORT_STATES),
  answer: Nullable(Type.String()),
  drawnAt: Instant(),
  version: Version(),
})
export type ReportView = Static<typeof ReportView>
export const ReportPage = PageOf(ReportView)

/** What waits for the units a liaison speaks for, as numbers. */
export const UnitWaiting = Shape({
  reports: Count('请单位先看的报告'),
  letters: Count('还没有介绍信的党员'),
  lists: Count('没答复的清单'),
  agreements: Count('等单位签的协议'),
  promises: Count('七天内到期或已到期的承诺'),
})
export type UnitWaiting = Static<typeof UnitWaiting>
