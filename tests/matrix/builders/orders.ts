import {
  type AskKind,
  type Objection,
  type PersonVerb,
  type State,
  transitionOf,
  type Verb,
} from '@linli/contract'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { Actor } from '../../kit/houseCast.ts'
import { canaryPhone } from '../../kit/houseGround.ts'
import { plantOrder } from '../../kit/houseOrders.ts'
import { plantPerson, plantView } from '../../kit/houseRows.ts'
import type { World } from '../../kit/houseWorld.ts'
import { wish } from '../cast.ts'
import { wishedUnknown } from '../relations.ts'
import { type Aim, type Builder, type Builders, owned, plain } from './builder.ts'

const CELLS: Builder['cells'] = [
  'own',
  'assigned',
  'called',
  'sameOrder',
  'formerly',
  'inScope',
  'restricted',
  'outOfScope',
  'otherRegion',
  'complainedOf',
]
/** And what whoever asked wished to keep from whoever does the work. */
export const CELLS_OF_READING: Builder['cells'] = [...CELLS, 'anonymous', 'confidential']
const DOING = ['assigned', 'anonymous', 'confidential']

/** Orders that refused calls are aimed at, by whose they are: no call changes them, so each serves all operations. */
const untouched = new WeakMap<World, Map<string, Promise<string>>>()

/** An order of the cell, in the state: a fresh one, or for a call that will be refused any that nobody has changed. */
export function orderFor(aim: Aim, state: State, shown = false): Promise<string> {
  if (!aim.isRefused) return freshOrder(aim, state, shown)
  const known = untouched.get(aim.world) ?? new Map<string, Promise<string>>()
  untouched.set(aim.world, known)
  const key = [aim.cell, aim.actor.personId, state, shown].join(' ')
  const found = known.get(key) ?? freshOrder(aim, state, shown)
  known.set(key, found)
  return found
}

async function freshOrder(
  { world, actor, cell, ground }: Aim,
  state: State,
  shown: boolean,
): Promise<string> {
  const requester = cell === 'own' ? actor.personId : await plantPerson(world, ground)
  const mine = actor.unitId ? { unit: actor.unitId } : { person: actor.personId }
  const id = await plantOrder(world, world.item, {
    ground,
    state,
    requester,
    assignee: DOING.includes(cell) ? mine : undefined,
    aboutPerson: cell === 'complainedOf' && !actor.unitId ? actor.personId : undefined,
    aboutUnit: cell === 'complainedOf' ? actor.unitId : undefined,
    restriction: cell === 'restricted' ? 'media' : 'none',
    shown,
  })
  await wish(world, id, cell)
  if (cell === 'sameOrder') await joinOrder(world, id, actor, 'beneficiary')
  if (cell === 'called' && actor.unitId) await callUnit(world, id, actor.unitId)
  if (cell === 'formerly') await joinOrder(world, id, actor, 'assignee')
  return id
}

/** Makes somebody a party: the one for whom it was asked, or one who had it to do and gave it back. */
async function joinOrder({ admin }: World, id: string, actor: Actor, role: 'beneficiary' | 'assignee') {
  const was = role === 'assignee'
  if (!was) await admin.query(`update orders set beneficiary_id = $2 where id = $1`, [id, actor.personId])
  const [person, unit] = was && actor.unitId ? [null, actor.unitId] : [actor.personId, null]
  await admin.query(
    `insert into order_parties (region_id, id, order_id, role, person_id, unit_id, to_at)
     select region_id, $2, id, $3, $4, $5, case when $6 then now() end from orders where id = $1`,
    [id, newId(), role, person, unit, was],
  )
}

type Body = { readonly [name: string]: unknown } | ((aim: Aim) => Promise<object> | object)

/** Brings a fresh order to where the step fits it. */
type Ready = (aim: Aim, id: string) => Promise<unknown>
const setting =
  (set: string): Ready =>
  ({ world }, id) =>
    world.admin.query(`update orders set ${set} where id = $1`, [id])
/** Something is asked already, by somebody else. */
const asked =
  (kind: AskKind): Ready =>
  ({ world }, id) =>
    world.admin.query(
      `insert into order_asks (region_id, id, order_id, kind, round, version, asked_by, asked_role, asked_at, amount, unit, until)
       select region_id, $2, id, $3, 1, 1, $4, 'unitHandler', now(), 2, 'workDay', current_date + 9 from orders where id = $1`,
      [id, newId(), kind, newId()],
    )
/** A decision that somebody else took, as its event tells it, and what it left on the order. */
const decided =
  (verb: Verb, set: string, facts: object = {}): Ready =>
  async ({ world }, id) => {
    await world.admin.query(`update orders set ${set} where id = $1`, [id])
    await world.admin.query(
      `insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_person_id, actor_role, round, path, item, facts, at)
       select region_id, $2, id, 0, $3, state, state, $4, 'dispatcher', round, path, item, $5::jsonb, now() from orders where id = $1`,
      [id, newId(), verb, newId(), JSON.stringify(facts)],
    )
  }
/** A unit has objected; the event of its asking says to what. */
const objected =
  (against: Objection): Ready =>
  async (aim, id) => {
    await asked('objection')(aim, id)
    await decided('raiseObjection', 'version = version', { against })(aim, id)
    await aim.world.admin.query(`update order_asks set version = 0 where order_id = $1`, [id])
  }
/** The time for telling more is over, and the house has looked at it already. */
const overdue: Ready = ({ world }, id) =>
  world.admin.query(
    `insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, started_at, due_at, fired_at)
     select region_id, $2, id, 'supplement', 1, 5, 'workDay', now() - interval '9 days', now() - interval '1 day', now() from orders where id = $1`,
    [id, newId()],
  )
/** A unit that is called to help. */
const CALLED = newId()
async function callUnit({ admin }: World, id: string, unit: string, answered = false): Promise<void> {
  await admin.query(
    `insert into order_calls (region_id, id, order_id, unit_id, how, round, version, called_at, answered_at, answer)
     select region_id, $2, id, $3, 'joint', 1, 1, now(), case when $4 then now() end, case when $4 then 'done' end from orders where id = $1`,
    [id, newId(), unit, answered],
  )
  await admin.query(
    `insert into order_parties (region_id, id, order_id, role, unit_id) select region_id, $2, id, 'coHost', $3 from orders where id = $1`,
    [id, newId(), unit],
  )
}
const called =
  (answered: boolean): Ready =>
  ({ world }, id) =>
    callUnit(world, id, CALLED, answered)
const calling = async (aim: Aim) => ({ unitIds: [await unitBelow(aim)], task: '修掉挡灯的枝条。' })
/** The level above answers: who decides for this community alone does not. */
const fromAbove = (builder: Builder): Builder => ({ ...builder, keepsOut: ({ isWide }) => !isWide })

/** A unit below the caller's own. */
async function unitBelow({ world, actor, ground }: Aim): Promise<string> {
  const id = newId()
  await world.admin.query(
    `insert into units (region_id, id, key, kind, parent_id, name, opened_at) values ($1, $2::uuid, $2::text, 'organisation', $3, '{"zh":"下属站所","en":"Branch"}', now())`,
    [ground.region, id, actor.unitId],
  )
  return id
}

/** A step from the first state that the lifecycle table names, unless another is given. */
const step = (verb: Verb, more: Body = {}, state?: State, shown = false, ready?: Ready): Builder => ({
  cells: CELLS,
  build: async (aim) => {
    const from = state ?? transitionOf(verb).from[0]
    if (!from) throw new Error(`${verb} starts no order`)
    const id = await orderFor(aim, from, shown)
    if (!aim.isRefused) await ready?.(aim, id)
    const extra = typeof more === 'function' ? await more(aim) : more
    return { params: { id }, body: { version: 1, ...extra } }
  },
})

const refusal = { reason: 'decided', channel: '请拨打 12345 热线。' }
const handover = async ({ world, ground }: Aim) => ({
  assignee: { personId: await plantPerson(world, ground, { helper: true }) },
})

const steps: { readonly [verb in Exclude<PersonVerb, 'placeOrder'>]: Builder } = {
  addNote: step('addNote', { text: '再补充一句。' }),
  proposeRefusal: step('proposeRefusal', refusal),
  refuseOrder: step('refuseOrder', refusal),
  acceptOrder: step('acceptOrder', ({ world, ground }) => ({
    item: world.item,
    kind: 'help',
    urgency: 'ordinary',
    path: ground.path,
  })),
  answerOrder: step('answerOrder', { answer: '周一至周五上午办理。', source: '办事指南' }),
  offerOrder: step('offerOrder'),
  claimOrder: {
    // One's own order may not be claimed, but for another reason than the policy's: see the room's own tests.
    cells: ['offered', 'outOfScope', 'otherRegion', 'complainedOf'],
    changesCaller: true, // who claims has it to do from then on
    build: async (aim) => ({ params: { id: await orderFor(aim, 'offered') }, body: {} }),
  },
  widenOffer: step('widenOffer'),
  assignOrder: step('assignOrder', handover),
  dispatchOrder: step('dispatchOrder', handover),
  giveBack: step('giveBack', { reason: '临时有事。' }),
  signOrder: step('signOrder'),
  contactRequester: step('contactRequester', { how: 'phone' }),
  reportProgress: step('reportProgress', { text: '已到现场。' }),
  handleOrder: step('handleOrder', { reply: '换好了。', resolved: 'solved', contacted: 'visit' }),
  selfHandle: step('selfHandle', { reply: '到现场清好了。', contacted: 'visit' }),
  approveHandling: step('approveHandling'),
  returnHandling: step('returnHandling', { reason: '请补充办理经过。' }),
  recordCall: step('recordCall', { remark: '无人接听。' }),
  rateOrder: step('rateOrder', { resolved: 'solved', score: 5, comment: '很好。' }),
  closeOrder: step('closeOrder', { reached: true, resolved: 'solved', score: 4 }),
  reworkOrder: step('reworkOrder', { reason: '灯又坏了。' }),
  consentToShow: step('consentToShow'),
  showOrder: step('showOrder', { title: '换灯泡', need: '楼道灯不亮。', outcome: '当天换好。' }),
  hideOrder: step('hideOrder', {}, 'closed', true),
  cancelOrder: step('cancelOrder', { reason: '不需要了。' }),
  askSupplement: step('askSupplement', { question: '请告诉我们是哪一栋。' }),
  supplementOrder: step('supplementOrder', { text: '是三栋。' }),
  lapseSupplement: step('lapseSupplement', {}, undefined, false, overdue),
  mergeOrder: step('mergeOrder', async (aim) => ({ into: await freshOrder(aim, 'accepted', false) })),
  unmergeOrder: step('unmergeOrder', { reason: '不是同一件事。' }),
  transferOrder: step('transferOrder', async (aim) => ({
    unitId: await unitBelow(aim),
    reason: '归他们管。',
  })),
  urgeOrder: step('urgeOrder', { remark: '还没有人来。' }),
  superviseOrder: step('superviseOrder', { level: 'yellow', demand: '三天内说明。' }),
  answerSupervision: step(
    'answerSupervision',
    { answer: '明天办好。' },
    undefined,
    false,
    setting(`supervision = 'yellow'`),
  ),
  askReturn: step('askReturn', { reason: '不归我们。', ground: '职责清单' }),
  grantReturn: step('grantReturn', {}, undefined, false, asked('return')),
  refuseReturn: step('refuseReturn', { reason: '归你们。' }, undefined, false, asked('return')),
  askPause: step(
    'askPause',
    { reason: '等配件。', plan: '到货就装。', until: '2099-01-01' },
    undefined,
    false,
    setting('contacted_at = now()'),
  ),
  grantPause: step('grantPause', {}, undefined, false, asked('pause')),
  refusePause: step('refusePause', { reason: '可以先办。' }, undefined, false, asked('pause')),
  reviewPause: step('reviewPause', { remark: '配件还在路上。' }),
  resumeOrder: step('resumeOrder', { remark: '配件到了。' }),
  askExtension: step('askExtension', { reason: '工程量大。', amount: 2, unit: 'workDay' }),
  grantExtension: step('grantExtension', {}, undefined, false, asked('extension')),
  refuseExtension: step('refuseExtension', { reason: '时间够。' }, undefined, false, asked('extension')),
  withdrawAsk: step('withdrawAsk', {}, undefined, false, asked('return')),
  askExplained: step(
    'askExplained',
    { reason: '楼龄太老，装不了。', ground: '既有住宅加装电梯办法' },
    undefined,
    false,
    setting(`result = 'notSolved'`),
  ),
  grantExplained: step('grantExplained', {}, undefined, false, asked('explained')),
  refuseExplained: step('refuseExplained', { reason: '可以先修。' }, undefined, false, asked('explained')),
  requestReview: step('requestReview', { reason: '灯又不亮了。' }),
  grantReview: step('grantReview', { remark: '重新来办。' }, undefined, false, async (aim, id) => {
    await asked('appeal')(aim, id)
    await setting(`assignee_person_id = gen_random_uuid()`)(aim, id)
  }),
  readmitOrder: step('readmitOrder', { remark: '重新受理。' }, 'rejected', false, async (aim, id) => {
    await asked('appeal')(aim, id)
    await setting('assignee_person_id = null, assignee_unit_id = null')(aim, id)
  }),
  refuseReview: step('refuseReview', { remark: '维持。' }, undefined, false, asked('appeal')),
  raiseObjection: step(
    'raiseObjection',
    { against: 'supervision', reason: '已经办好。' },
    undefined,
    false,
    decided('superviseOrder', `supervision = 'yellow'`),
  ),
  overruleReturn: step('overruleReturn', { remark: '改派。' }, undefined, false, objected('ruling')),
  liftSupervision: step('liftSupervision', { remark: '撤销。' }, undefined, false, objected('supervision')),
  discountRating: step('discountRating', { remark: '不计入。' }, undefined, false, objected('rating')),
  dismissObjection: step('dismissObjection', { remark: '不成立。' }, undefined, false, objected('rating')),
  callCoHosts: step('callCoHosts', calling),
  whistleUnits: step('whistleUnits', calling),
  conveneOrder: fromAbove(step('conveneOrder', calling)),
  answerCall: step('answerCall', { answer: 'done', text: '修好了。', fitting: true }, 'joint'),
  judgeAnswer: step('judgeAnswer', { unitId: CALLED, judged: 'helped' }, 'joint', false, called(true)),
  releaseCoHost: step('releaseCoHost', { unitId: CALLED, reason: '不用了。' }, 'joint', false, called(false)),
  recordMeeting: step('recordMeeting', { heldOn: '2020-01-05', minutes: '三家到场。', decision: '先修枝。' }),
  escalateOrder: step('escalateOrder', { tried: '换过两次。', question: '线路归谁。' }),
  instructOrder: fromAbove(step('instructOrder', { instruction: '先接临时线。' })),
  takeOverOrder: fromAbove(
    step('takeOverOrder', async (aim) => ({ unitId: await unitBelow(aim), reason: '改由他们办。' })),
  ),
}

const onOne = (state: State, more: Partial<Builder> = {}, body?: object): Builder => ({
  cells: CELLS_OF_READING,
  build: async (aim) => ({ params: { id: await orderFor(aim, state) }, ...(body ? { body } : {}) }),
  ...more,
})

export const orderBuilders: Builders = {
  ...steps,
  placeOrder: plain(({ world, ground }) => ({
    body: {
      id: newId(),
      channel: 'hand',
      kind: 'help',
      item: world.item,
      detail: '楼道的灯不亮了。',
      path: ground.path,
    },
  })),
  getOrder: onOne('inProgress'),
  listCandidates: onOne('accepted'),
  listOrderUnits: onOne('inProgress'),
  revealContact: onOne('inProgress', { reveals: true, keepsOut: wishedUnknown }, { reason: '约上门时间' }),
  listOrders: plain(() => ({ query: { limit: '100' } })),
  countOrders: plain(),
  listMyOrders: plain(),
  listMyTasks: plain(),
  listClaims: plain(),
  listMyOffers: plain(),
  getOffer: onOne('offered'),
  proposeOffers: plain(),
  findCaller: {
    cells: ['inScope', 'outOfScope', 'otherRegion'],
    narrows: true,
    build: ({ ground }) => ({ body: { phone: canaryPhone(ground) } }),
  },
  listShown: plain(),
  getShown: {
    cells: ['inScope', 'outOfScope', 'otherRegion'],
    build: async (aim) => {
      const id = await orderFor(aim, 'closed', true)
      const { rows } = await aim.world.admin.query<{ slug: string }>(
        `select slug from order_publications where region_id = $1 and order_id = $2`,
        [aim.ground.region, id],
      )
      return { params: { slug: rows[0]?.slug ?? '' } }
    },
  },
  listViews: plain(),
  saveView: plain(() => ({ body: { id: newId(), name: '待受理', filters: { state: ['submitted'] } } })),
  removeView: owned(
    async ({ world, actor, cell, ground }) => ({
      params: {
        id: await plantView(world, ground.region, cell === 'own' ? actor.personId : newId()),
      },
    }),
    { decides: { access: 'roles', rows: desk() } },
  ),
}

/** A saved view is its owner's alone, and only the desk's roles keep any. */
function desk() {
  const roles = [
    'intake',
    'dispatcher',
    'reviewer',
    'caller',
    'publisher',
    'regionAdmin',
    'gridWorker',
    'auditor',
  ]
  return roles.map((role) => ({ role, relation: 'own' }) as never) // role names checked by the matrix itself
}
