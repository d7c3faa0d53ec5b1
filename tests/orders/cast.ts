import { type State, TRANSITIONS, type Transition, type Verb } from '@linli/contract'
import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { acceptOrder } from '../../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import * as asking from '../../apps/server/src/rooms/orders/actions/asking.ts'
import { claimOrder } from '../../apps/server/src/rooms/orders/actions/claimOrder.ts'
import { assignOrder, dispatchOrder } from '../../apps/server/src/rooms/orders/actions/dispatchOrder.ts'
import * as ending from '../../apps/server/src/rooms/orders/actions/ending.ts'
import * as escalation from '../../apps/server/src/rooms/orders/actions/escalateOrder.ts'
import * as followUp from '../../apps/server/src/rooms/orders/actions/followUp.ts'
import { giveBack } from '../../apps/server/src/rooms/orders/actions/giveBack.ts'
import * as handling from '../../apps/server/src/rooms/orders/actions/handleOrder.ts'
import * as intake from '../../apps/server/src/rooms/orders/actions/intake.ts'
import * as joint from '../../apps/server/src/rooms/orders/actions/joint.ts'
import { mergeOrder, unmergeOrder } from '../../apps/server/src/rooms/orders/actions/mergeOrder.ts'
import { offerOrder, widenOffer } from '../../apps/server/src/rooms/orders/actions/offerOrder.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { approveHandling, returnHandling } from '../../apps/server/src/rooms/orders/actions/reviewHandling.ts'
import { selfHandle } from '../../apps/server/src/rooms/orders/actions/selfHandle.ts'
import * as showing from '../../apps/server/src/rooms/orders/actions/showOrder.ts'
import * as supplement from '../../apps/server/src/rooms/orders/actions/supplement.ts'
import type { Assignee, StepResult } from '../../apps/server/src/rooms/orders/actions/takeStep.ts'
import { transferOrder } from '../../apps/server/src/rooms/orders/actions/transferOrder.ts'
import * as urging from '../../apps/server/src/rooms/orders/actions/urge.ts'
import { BUILDING, COMMUNITY, GRID, RETURNING, SELF_HANDLED, type Town } from './town.ts'

export const GRABBABLE = RETURNING
const PLAIN = SELF_HANDLED
const NAMES = [
  'resident',
  'stranger',
  'desk',
  'dispatcher',
  'helperOne',
  'helperTwo',
  'unitHandler',
  'coHandler',
  'gridWorker',
  'reviewer',
  'caller',
  'publisher',
  'admin',
] as const
export type Name = (typeof NAMES)[number]
export const EVERYBODY: readonly Name[] = NAMES

/** The people of the play. The second helper and the grid worker may also review, so that reviewing one's own work can be tried. */
export type Cast = { readonly [name in Name]: Actor } & {
  readonly unit: string
  /** A unit below it. */
  readonly branch: string
  /** A unit that is called to help. */
  readonly park: string
}
export const QUOTA = { helperOne: 1, helperTwo: 2 } as const

export async function openCast(town: Town): Promise<Cast> {
  const [unit, branch, park] = [newId(), newId(), newId()]
  await town.admin(
    `insert into units (region_id, id, key, kind, name, opened_at) values (1, $1::uuid, $2, 'company', '{"zh":"物业","en":"Property"}', now())`,
    [unit, unit],
  )
  await town.admin(
    `insert into units (region_id, id, key, kind, name, opened_at) values (1, $1::uuid, $2, 'department', '{"zh":"园林所","en":"Parks"}', now())`,
    [park, park],
  )
  await town.admin(
    `insert into units (region_id, id, key, kind, name, parent_id, opened_at) values (1, $1::uuid, $2, 'organisation', '{"zh":"物业一站","en":"Property office"}', $3::uuid, now())`,
    [branch, branch, unit],
  )
  const at = (areaPath: string, ...roles: Grant['role'][]): Grant[] =>
    roles.map((role) => ({ role, areaPath, unitId: null }))
  const [helperOne, helperTwo] = await Promise.all([
    town.helper('孙志愿', GRID, { quota: QUOTA.helperOne, skills: [] }),
    town.helper('周志愿', GRID, { quota: QUOTA.helperTwo, skills: [] }),
  ])
  return {
    unit,
    branch,
    park,
    coHandler: await town.person('许园林', [{ role: 'unitHandler', areaPath: null, unitId: park }]),
    resident: await town.person('王小明'),
    stranger: await town.person('路人'),
    desk: await town.person('李值班', at(COMMUNITY, 'intake')),
    dispatcher: await town.person('吴派单', at(COMMUNITY, 'dispatcher')),
    helperOne,
    helperTwo: { ...helperTwo, grants: [...helperTwo.grants, ...at(COMMUNITY, 'reviewer', 'caller')] },
    unitHandler: await town.person('郑物业', [
      { role: 'unitHandler', areaPath: null, unitId: unit },
      { role: 'unitHandler', areaPath: null, unitId: branch },
    ]),
    gridWorker: await town.person('冯网格', at(GRID, 'gridWorker', 'reviewer')),
    reviewer: await town.person('赵审核', at(COMMUNITY, 'reviewer')),
    caller: await town.person('钱回访', at(COMMUNITY, 'caller')),
    publisher: await town.person('陈公开', at(COMMUNITY, 'publisher')),
    admin: await town.person('林区管', at('/', 'regionAdmin', 'intake', 'dispatcher', 'reviewer')),
  }
}

/** What a command is about; `dice` decides its content. */
export type Move = {
  readonly actor: Actor
  readonly order: { readonly id: string; readonly version: number; readonly item: string | null }
  /** Another order of the play. */
  readonly other?: string
  readonly dice: number
}
type Play = (town: Town, cast: Cast, move: Move) => Promise<StepResult>

const pick = <T>(choices: readonly [T, ...T[]], dice: number): T =>
  choices[dice % choices.length] ?? choices[0]
const by = (town: Town, { actor, order }: Move) => town.by(actor, order.version)
const resolvedOf = (dice: number) => pick(['solved', 'solved', 'partlySolved', 'notSolved'] as const, dice)
const scoreOf = (dice: number) => pick([5, 1, 3, 4, 2] as const, dice)
const assigneeOf = (cast: Cast, dice: number) =>
  pick<Assignee>(
    [
      { unitId: cast.unit },
      { personId: cast.helperTwo.personId },
      { personId: cast.gridWorker.personId },
      { personId: newId() },
    ],
    dice,
  )
const decision = ({ order }: Move) => ({ version: order.version, remark: '看过材料，决定如此' })
const placing = (town: Town, move: Move) => {
  const { dice, actor, order } = move
  const channel = pick(['hand', 'hand', 'telephone', 'gridReport', 'proxy'] as const, dice)
  const sender = town.by(actor)
  if (!('actor' in sender)) throw new Error('a person')
  return placeOrder(town.needs, sender, {
    id: order.id,
    channel,
    kind: pick(['help', 'help', 'complaint', 'report'] as const, dice),
    item: pick([GRABBABLE, GRABBABLE, PLAIN], dice),
    detail: '家里的灯不亮了，想请人来看看。',
    path: BUILDING,
    ...(channel === 'proxy' ? { contactPhone: '19900001234', contactName: '刘奶奶' } : {}),
    vulnerable: dice % 3 === 0,
    confidential: dice % 7 === 0,
    restriction: dice % 11 === 0 ? 'media' : 'none',
  })
}

const calling = (town: Town, cast: Cast, move: Move, verb: 'callCoHosts' | 'whistleUnits' | 'conveneOrder') =>
  joint.callUnits(town.needs, 1, verb, move.order.id, by(town, move), {
    version: move.order.version,
    unitIds: pick([[cast.park], [cast.park, cast.branch], [cast.unit]], move.dice),
    task: '修掉挡灯的枝条',
  })

/** Every verb of the lifecycle as somebody may try it. */
export const PLAYS: { readonly [verb in Verb]: Play } = {
  placeOrder: (town, _, move) => placing(town, move),
  addNote: (town, _, move) =>
    intake.addNote(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      text: '还没好',
    }),
  proposeRefusal: (town, _, move) =>
    intake.proposeRefusal(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: 'petition',
      channel: '请走信访渠道',
    }),
  refuseOrder: (town, _, move) =>
    intake.refuseOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: 'petition',
      channel: '请走信访渠道',
    }),
  acceptOrder: (town, _, move) =>
    acceptOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      item: move.order.item ?? PLAIN,
      kind: 'help',
      urgency: pick(['ordinary', 'ordinary', 'prompt', 'emergency'] as const, move.dice),
      path: move.dice % 9 === 0 ? '/s01/c02/' : BUILDING, // the place turns out to be the neighbouring community's
    }),
  answerOrder: (town, _, move) =>
    intake.answerOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      answer: '可以到窗口办理',
      source: '办事指南',
    }),
  offerOrder: (town, _, move) => offerOrder(town.needs, move.order.id, by(town, move)),
  claimOrder: (town, _, move) => claimOrder(town.needs, move.actor, move.order.id, town.by(move.actor)),
  widenOffer: (town, _, move) => widenOffer(town.needs, move.order.id, by(town, move)),
  assignOrder: (town, cast, move) =>
    assignOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      assignee: assigneeOf(cast, move.dice),
    }),
  dispatchOrder: (town, cast, move) =>
    dispatchOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      assignee: assigneeOf(cast, move.dice),
      ...(move.dice % 5 === 1 ? { coHosts: [cast.park] } : {}),
    }),
  giveBack: (town, _, move) => giveBack(town.needs, move.order.id, by(town, move), {}),
  signOrder: (town, _, move) => handling.signOrder(town.needs, move.order.id, by(town, move)),
  contactRequester: (town, _, move) =>
    handling.contactRequester(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      how: 'phone',
    }),
  reportProgress: (town, _, move) =>
    handling.reportProgress(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      text: '已经在路上',
    }),
  handleOrder: (town, _, move) =>
    handling.handleOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reply: '换了新灯泡，亮了。',
      resolved: resolvedOf(move.dice),
      ...(move.dice % 4 === 0 ? {} : { contacted: 'visit' as const }),
    }),
  selfHandle: (town, _, move) =>
    selfHandle(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reply: '到现场换好了。',
      ...(move.dice % 4 === 0 ? {} : { contacted: 'visit' as const }),
    }),
  approveHandling: (town, _, move) =>
    approveHandling(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  returnHandling: (town, _, move) =>
    returnHandling(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '答复太短',
    }),
  recordCall: (town, _, move) =>
    followUp.recordCall(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  rateOrder: (town, _, move) =>
    followUp.rateOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      resolved: resolvedOf(move.dice),
      score: scoreOf(move.dice),
    }),
  closeOrder: (town, _, move) =>
    followUp.closeOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      reached: move.dice % 2 === 0,
      ...(move.dice % 4 === 0 ? { resolved: resolvedOf(move.dice), score: scoreOf(move.dice) } : {}),
    }),
  reworkOrder: (town, _, move) =>
    followUp.reworkOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '还是不亮',
    }),
  consentToShow: (town, _, move) => showing.consentToShow(town.needs, move.order.id, by(town, move)),
  showOrder: (town, _, move) =>
    showing.showOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      title: '换灯泡',
      need: '家里的灯不亮',
      outcome: pick(['志愿者当天换好', '志愿者当天换好', '请打19900001234'], move.dice),
    }),
  hideOrder: (town, _, move) => showing.hideOrder(town.needs, 1, move.order.id, by(town, move)),
  askSupplement: (town, _, move) =>
    supplement.askSupplement(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      question: '是哪一栋？',
    }),
  supplementOrder: (town, _, move) =>
    supplement.supplementOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      text: '三栋',
    }),
  lapseSupplement: (town, _, move) => supplement.lapseSupplement(town.needs, move.order.id, by(town, move)),
  mergeOrder: (town, _, move) =>
    mergeOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      into: move.other ?? move.order.id,
    }),
  unmergeOrder: (town, _, move) =>
    unmergeOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '不是同一件事',
    }),
  transferOrder: (town, cast, move) =>
    transferOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      unitId: move.dice % 4 === 0 ? cast.unit : cast.branch,
      reason: '归站里管',
    }),
  urgeOrder: (town, _, move) =>
    urging.urgeOrder(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  superviseOrder: (town, _, move) =>
    urging.superviseOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      level: pick(['yellow', 'orange', 'red'] as const, move.dice),
      demand: '三天内说明',
    }),
  answerSupervision: (town, _, move) =>
    urging.answerSupervision(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      answer: '明天办好',
    }),
  askReturn: (town, cast, move) =>
    asking.askReturn(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '不归我们',
      ground: '职责清单',
      ...(move.dice % 2 === 0 ? { unitId: cast.unit } : {}),
    }),
  grantReturn: (town, _, move) =>
    asking.grantReturn(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  refuseReturn: (town, _, move) =>
    asking.refuseReturn(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '归你们',
    }),
  askPause: (town, _, move) =>
    asking.askPause(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '等配件',
      plan: '到货就装',
      until: pick(['2099-01-01', '2099-01-01', '2020-01-01'], move.dice),
    }),
  grantPause: (town, _, move) =>
    asking.grantPause(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  refusePause: (town, _, move) =>
    asking.refuseAsk(town.needs, 'refusePause', move.order.id, by(town, move), {
      version: move.order.version,
      reason: '可以先办',
    }),
  reviewPause: (town, _, move) =>
    asking.reviewPause(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      remark: '还在等',
    }),
  resumeOrder: (town, _, move) =>
    asking.resumeOrder(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  askExtension: (town, _, move) =>
    asking.askExtension(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '工程量大',
      amount: pick([2, 5, 500], move.dice),
      unit: pick(['workDay', 'day', 'workHour', 'minute'] as const, move.dice >> 2),
    }),
  grantExtension: (town, _, move) =>
    asking.grantExtension(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  refuseExtension: (town, _, move) =>
    asking.refuseAsk(town.needs, 'refuseExtension', move.order.id, by(town, move), {
      version: move.order.version,
      reason: '时间够',
    }),
  withdrawAsk: (town, _, move) => asking.withdrawAsk(town.needs, move.order.id, by(town, move)),
  askExplained: (town, _, move) =>
    ending.askExplained(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '楼龄太老，现在装不了',
      ground: '既有住宅加装电梯办法',
    }),
  grantExplained: (town, _, move) =>
    ending.grantExplained(town.needs, move.order.id, by(town, move), { version: move.order.version }),
  refuseExplained: (town, _, move) =>
    ending.refuseExplained(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '可以先修',
    }),
  requestReview: (town, _, move) =>
    ending.requestReview(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      reason: '灯又不亮了',
    }),
  grantReview: (town, _, move) =>
    ending.grantReview(town.needs, move.order.id, by(town, move), decision(move)),
  readmitOrder: (town, _, move) =>
    ending.readmitOrder(town.needs, move.order.id, by(town, move), decision(move)),
  refuseReview: (town, _, move) =>
    ending.refuseReview(town.needs, move.order.id, by(town, move), decision(move)),
  raiseObjection: (town, _, move) =>
    ending.raiseObjection(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      against: pick(['ruling', 'supervision', 'rating'] as const, move.dice),
      reason: '职责清单不是这样写的',
    }),
  overruleReturn: (town, _, move) =>
    ending.overruleReturn(town.needs, move.order.id, by(town, move), decision(move)),
  liftSupervision: (town, _, move) =>
    ending.liftSupervision(town.needs, move.order.id, by(town, move), decision(move)),
  discountRating: (town, _, move) =>
    ending.discountRating(town.needs, move.order.id, by(town, move), decision(move)),
  dismissObjection: (town, _, move) =>
    ending.dismissObjection(town.needs, move.order.id, by(town, move), decision(move)),
  reopenOrder: (town, _, move) =>
    ending.reopenOrder(town.needs, move.order.id, by(town, move), '261122-00001-1'),
  archiveOrder: (town, _, move) => ending.archiveOrder(town.needs, move.order.id, by(town, move)),
  callCoHosts: (town, cast, move) => calling(town, cast, move, 'callCoHosts'),
  whistleUnits: (town, cast, move) => calling(town, cast, move, 'whistleUnits'),
  conveneOrder: (town, cast, move) => calling(town, cast, move, 'conveneOrder'),
  answerCall: (town, _, move) =>
    joint.answerCall(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      answer: pick(['done', 'partly', 'notOurs'] as const, move.dice),
      fitting: move.dice % 3 !== 0,
      text: '枝条修过了',
    }),
  judgeAnswer: (town, cast, move) =>
    joint.judgeAnswer(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      unitId: pick([cast.park, cast.park, cast.branch], move.dice),
      judged: pick(['helped', 'partly', 'notHelped'] as const, move.dice),
    }),
  releaseCoHost: (town, cast, move) =>
    joint.releaseCoHost(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      unitId: pick([cast.park, cast.branch], move.dice),
      reason: '不归他们',
    }),
  recordMeeting: (town, _, move) =>
    joint.recordMeeting(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      heldOn: pick(['2026-01-05', '2026-01-05', '2099-01-01'], move.dice),
      minutes: '三家到场看过',
      decision: '先修枝，再换灯',
    }),
  escalateOrder: (town, _, move) =>
    escalation.escalateOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      tried: '换过两次',
      question: '线路归谁',
    }),
  instructOrder: (town, _, move) =>
    escalation.instructOrder(town.needs, move.order.id, by(town, move), {
      version: move.order.version,
      instruction: '先接临时线',
    }),
  takeOverOrder: (town, cast, move) =>
    escalation.takeOverOrder(town.needs, 1, move.order.id, by(town, move), {
      version: move.order.version,
      unitId: pick([cast.park, cast.branch, cast.unit], move.dice),
      reason: '改由他们办',
    }),
  cancelOrder: (town, _, move) =>
    intake.cancelOrder(town.needs, move.order.id, by(town, move), { version: move.order.version }),
}

/** Brings a new order of the resident to the helpers: version 3. */
export async function offer(town: Town, cast: Cast, id: string): Promise<void> {
  const order = { id, version: 1, item: GRABBABLE }
  await PLAYS.placeOrder(town, cast, { actor: cast.resident, order, dice: 1 })
  await PLAYS.acceptOrder(town, cast, { actor: cast.desk, order, dice: 1 })
  await PLAYS.offerOrder(town, cast, { actor: cast.dispatcher, order: { ...order, version: 2 }, dice: 1 })
}

/** Brings a new order of the resident to the company, which has met the requester: version 5. */
export async function work(town: Town, cast: Cast, id: string): Promise<void> {
  const at = (version: number) => ({ order: { id, version, item: PLAIN }, dice: 0 })
  await PLAYS.placeOrder(town, cast, { actor: cast.resident, ...at(1), dice: 5 })
  await PLAYS.acceptOrder(town, cast, { actor: cast.desk, ...at(1), dice: 1 })
  await PLAYS.dispatchOrder(town, cast, { actor: cast.dispatcher, ...at(2) })
  await PLAYS.signOrder(town, cast, { actor: cast.unitHandler, ...at(3) })
  await PLAYS.contactRequester(town, cast, { actor: cast.unitHandler, ...at(4) })
}

/** The same, with the parks called to help. */
export async function joined(town: Town, cast: Cast, id: string): Promise<void> {
  await work(town, cast, id)
  const order = { id, version: 5, item: PLAIN }
  await PLAYS.callCoHosts(town, cast, { actor: cast.unitHandler, order, dice: 0 })
}

/** Verbs that carry an order on; tried more often, so that plays reach the end of the loop. */
const ONWARD: ReadonlySet<Verb> = new Set<Verb>([
  'acceptOrder',
  'offerOrder',
  'claimOrder',
  'dispatchOrder',
  'signOrder',
  'handleOrder',
  'approveHandling',
  'rateOrder',
  'closeOrder',
  'reworkOrder',
  'answerCall',
])

/**
 * A verb that the state takes, onward ones eight times as likely, with somebody who holds one of its roles: the assignee
 * where it takes the assignee.
 */
export function fittingStep(
  order: { readonly state: State; readonly assignee: string | null; readonly ask: string | null },
  cast: Cast,
  dice: number,
): { verb: Verb; name: Name } {
  // What is asked waits for its answer, and nothing else is answered.
  const fits = ({ from, opens, settles }: Transition): boolean =>
    from.includes(order.state) &&
    (settles ? order.ask !== null && ['any', order.ask].includes(settles.ask) : !opens || order.ask === null)
  const rows = TRANSITIONS.filter(fits).flatMap((row: Transition & { verb: Verb }) =>
    Array.from({ length: ONWARD.has(row.verb) || row.settles ? 8 : row.opens ? 3 : 1 }, () => row),
  )
  const row = rows[dice % rows.length]
  const who: Transition['who'] = row?.who ?? []
  const able = EVERYBODY.filter((name) => {
    const { personId, units, grants } = cast[name]
    return who.some(({ role, relation }) => {
      if (relation === 'own') return name === 'resident'
      if (relation === 'called') return name === 'coHandler'
      if (relation === 'assigned' && personId !== order.assignee && !units.includes(order.assignee ?? ''))
        return false
      return grants.some((grant) => grant.role === role)
    })
  })
  return { verb: row?.verb ?? 'placeOrder', name: able[Math.floor(dice / 100) % able.length] ?? 'resident' }
}
