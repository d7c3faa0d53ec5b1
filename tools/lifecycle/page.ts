import {
  type Guard,
  TRANSITIONS,
  type Transition,
  type Who,
} from '../../packages/contract/src/orders/transitions.ts'
import { CLOCKS, type ClockKind, STATES, type State } from '../../packages/contract/src/orders/words.ts'
import { RELATIONS, ROLES } from '../../packages/contract/src/roles.ts'

/** What a guard asks for, in a few words. */
const GUARDS: { readonly [guard in Guard]: string } = {
  grabbable: '事项可抢单',
  moreWaves: '还有更大的范围',
  evidenceComplete: '事项要的凭证齐全',
  notTheHandler: '不是经办人本人',
  vulnerableNeedsTwo: '特殊人群须两人经手',
  notProposedYet: '尚未提请',
  reworkRoundsLeft: '重办轮数未用完，否则须区级管理员',
  reachedOrTriedEnough: '已接通并评单，或次数和天数已够',
  emergencySeen: '急件须见过人或通过话',
  consented: '诉求人已同意',
  shownOrOwn: '已经晒出，本人收回同意不限',
  mayBeShown: '可公开的事项',
  notEmergency: '不是急件',
  notRatedYet: '本轮未评',
  notYetContacted: '本轮未联系',
  selfHandled: '事项可自办自结，且不是投诉举报',
  supplementsLeft: '补正次数未用完',
  supplementOverdue: '补充期限已过',
  mayReturn: '承办未经裁定，退单期限未过',
  alreadyContacted: '已联系过诉求人',
  notExtendedYet: '本轮未延过期',
  beforeLimit: '办结时限未过',
  urgedOnceADay: '今天未催过',
  supervised: '有待回复的督办',
  endsHere: '不由转来方回访、结案',
  mayGoBack: '待受理；上级转来的，受理后也可以',
  senderAgreed: '上级转来的，先已提请，转来方同意收回',
  requesterMayCancel: '上级转来的，由转来方撤单，不由诉求人自己撤',
  unmergeInTime: '并单未过可撤销的时间',
  notSolvedYet: '办理结果不是已解决',
  appealInTime: '复核期限未过',
  notAppealedYet: '本轮未复核过',
  decidedByOthers: '没有参与原来的决定',
  hasHost: '有承办方',
  hasNoHost: '没有承办方',
  mayObject: '异议期限未过，所异议的决定仍在',
  objectsToRuling: '异议是对退单裁定的',
  objectsToSupervision: '异议是对督办的',
  objectsToRating: '异议是对评价的',
  appealOver: '复核期限已过，没有待答复的申请',
  coHostsAnswered: '协办单位都已答复或已免去',
  openCall: '该单位的协办还没答复',
  ownCallOpen: '本单位的协办还没答复',
  answerToJudge: '该单位已答复，还没评过',
  fromAbove: '管得到比本社区更大的范围',
}

/** docs/lifecycle.md, made from the table of the contract alone. */
export function lifecyclePage(): string {
  return `${[
    '# 单的一生 · The lifecycle of an order',
    '',
    '由 `packages/contract/src/orders/transitions.ts` 生成，请勿手改；那张表改了就执行 `node tools/lifecycle.ts`。',
    'Made from the transitions table by `node tools/lifecycle.ts`; a test fails when this page is stale.',
    '',
    '## 状态图 · States',
    '',
    '```mermaid',
    ...diagram(),
    '```',
    '',
    '不改变状态的步骤只列在下表。撤单从办结之前的各状态都可以，图上只画一次。',
    'Steps that keep the state stand only in the table below; cancelling is drawn once.',
    '',
    '## 步骤 · Steps',
    '',
    '| 步骤 | 代码 | 从 | 到 | 谁 | 条件 | 停的钟 | 起的钟 |',
    '|---|---|---|---|---|---|---|---|',
    ...TRANSITIONS.map(tableRow),
    '',
    '“起的钟”里带 ↻ 的按原时限接着走。“系统”是规则自己走的一步。',
    'A clock with ↻ goes on with its old limit. 系统 is a step the policy takes by itself.',
  ].join('\n')}\n`
}

function diagram(): string[] {
  const names = Object.entries(STATES).map(([state, { zh }]) => `  state "${zh}" as ${state}`)
  const arrows = TRANSITIONS.flatMap((row: Transition) =>
    row.verb === 'cancelOrder'
      ? [`  inProgress --> cancelled: ${row.label.zh}`]
      : startsOf(row).flatMap((from) =>
          row.to
            .filter((to) => to !== 'same' && to !== from)
            .map((to) => `  ${from} --> ${to}: ${row.label.zh}`),
        ),
  )
  const leaving = new Set(TRANSITIONS.flatMap((row: Transition) => (moves(row) ? row.from : [])))
  const ends = (Object.keys(STATES) as State[]).filter((state) => !leaving.has(state)) // Object.keys forgets the key type
  return ['stateDiagram-v2', ...names, ...arrows, ...ends.map((state) => `  ${state} --> [*]`)]
}

const startsOf = (row: Transition): readonly string[] => (row.from.length === 0 ? ['[*]'] : row.from)

/** Whether a step can lead out of every state it starts in; rating a closed order leaves it closed. */
const moves = (row: Transition): boolean => row.to.every((to) => to !== 'same')

function tableRow(row: Transition): string {
  const to = row.to.map((state) => (state === 'same' ? '不变' : STATES[state].zh))
  const cells = [
    row.label.zh,
    `\`${row.verb}\``,
    list(row.from.map((state) => STATES[state].zh)),
    list(to),
    list(row.who.map(whoWords)),
    list(row.guards.map((guard) => GUARDS[guard])),
    list(clockWords(row.stops)),
    list([...clockWords(row.starts), ...clockWords(row.resumes).map((word) => `${word} ↻`)]),
  ]
  return `| ${cells.join(' | ')} |`
}

const list = (words: readonly string[]): string => (words.length === 0 ? '无' : words.join('、'))
const clockWords = (clocks: readonly ClockKind[]): string[] => clocks.map((clock) => CLOCKS[clock].zh)
const whoWords = ({ role, relation }: Who): string =>
  role === 'system' ? '系统' : `${ROLES[role].zh}（${RELATIONS[relation].zh}）`
