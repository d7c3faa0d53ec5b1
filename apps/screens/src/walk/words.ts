import type { Words } from '@linli/contract'
import type { State } from '@linli/contract/orders/words'

/** The four people of the walk, in the order in which the order meets them. */
export const CHAIRS = [
  {
    seat: 'resident',
    screen: '/',
    title: { zh: '居民', en: 'Resident' },
    does: { zh: '点单、评单', en: 'Orders and rates' },
  },
  {
    seat: 'duty',
    screen: '/desk/orders',
    title: { zh: '值班员', en: 'Duty officer' },
    does: { zh: '受理、派单', en: 'Accepts and dispatches' },
  },
  {
    seat: 'helper',
    screen: '/claims',
    title: { zh: '志愿者', en: 'Helper' },
    does: { zh: '抢单、办理', en: 'Claims and handles' },
  },
  {
    seat: 'reviewer',
    screen: '/desk/review',
    title: { zh: '审核员', en: 'Reviewer' },
    does: { zh: '审核办理结果', en: 'Reviews the result' },
  },
] as const
export type Chair = (typeof CHAIRS)[number]
export type ChairSeat = Chair['seat']

export type Step = { readonly name: Words; readonly seat: ChairSeat; readonly hint: Words }

/** The steps of one order as the guide tells them. */
export const STEPS = {
  place: {
    name: { zh: '点单', en: 'Order' },
    seat: 'resident',
    hint: {
      zh: '在居民这里按“求助”，选“换灯泡”，写一句，提交。',
      en: 'As the resident press “Ask for help”, choose “Change a light bulb”, write a line, send.',
    },
  },
  dispatch: {
    name: { zh: '受理派单', en: 'Dispatch' },
    seat: 'duty',
    hint: {
      zh: '列表上的服务由系统马上受理派单；别的单，值班员打开它，按“受理”，再派出去。',
      en: 'Listed services are accepted and offered by the system at once; otherwise the duty officer opens the order, accepts it and sends it on.',
    },
  },
  claim: {
    name: { zh: '抢单', en: 'Claim' },
    seat: 'helper',
    hint: {
      zh: '在志愿者这里打开抢单大厅，在这一单上按“我去”。',
      en: 'As the helper open the claim board and press “I will go” on this order.',
    },
  },
  handle: {
    name: { zh: '办理', en: 'Handle' },
    seat: 'helper',
    hint: {
      zh: '在“我的任务”里先记首次联系，再按“办好了”，写上结果。',
      en: 'In “My tasks” record the first contact, then press “Done” and write the result.',
    },
  },
  review: {
    name: { zh: '审核', en: 'Review' },
    seat: 'reviewer',
    hint: {
      zh: '审核员打开审核台，看过回复，按“审核通过”。',
      en: 'The reviewer opens the review desk, reads the reply and approves.',
    },
  },
  rate: {
    name: { zh: '回访评单', en: 'Rate' },
    seat: 'resident',
    hint: {
      zh: '回到居民的“我的单”，打开这一单，说说是否解决、满不满意。',
      en: 'Back at the resident, open the order in “My orders” and rate it.',
    },
  },
  points: {
    name: { zh: '积分到账', en: 'Points' },
    seat: 'helper',
    hint: {
      zh: '这一单办结了。志愿者的“我的积分”里多了一笔。还想走，就再点一单。',
      en: 'The order is closed. The helper’s points have come in. Place another to walk again.',
    },
  },
} as const satisfies Record<string, Step>
export type StepKey = keyof typeof STEPS

/** Where the walk stands when the order is in a state. */
export const STEP_OF: { readonly [state in State]: StepKey } = {
  submitted: 'dispatch',
  supplement: 'place',
  accepted: 'dispatch',
  offered: 'claim',
  dispatched: 'handle',
  inProgress: 'handle',
  paused: 'handle',
  joint: 'handle',
  escalated: 'handle',
  rework: 'handle',
  handled: 'review',
  followUp: 'rate',
  closed: 'points',
  rejected: 'place',
  cancelled: 'place',
  merged: 'place',
  archived: 'points',
}

/** What has just happened to an order, by the state it has come to. */
export const HAPPENED: { readonly [state in State]: Words } = {
  submitted: { zh: '有人点单', en: 'Ordered' },
  supplement: { zh: '请居民补充', en: 'Asked for more' },
  accepted: { zh: '受理了', en: 'Accepted' },
  offered: { zh: '发布待抢', en: 'Offered' },
  dispatched: { zh: '派出去了', en: 'Dispatched' },
  inProgress: { zh: '有人在办', en: 'Somebody has it' },
  paused: { zh: '先挂起', en: 'Paused' },
  joint: { zh: '几家一起办', en: 'Handled jointly' },
  escalated: { zh: '报上一级', en: 'With the level above' },
  rework: { zh: '请再办一次', en: 'To be done again' },
  handled: { zh: '办好待审', en: 'Handled' },
  followUp: { zh: '审核通过', en: 'Approved' },
  closed: { zh: '评单结案', en: 'Rated and closed' },
  rejected: { zh: '告知了别的渠道', en: 'Pointed elsewhere' },
  cancelled: { zh: '撤单', en: 'Cancelled' },
  merged: { zh: '并到另一单', en: 'Merged into another' },
  archived: { zh: '归档', en: 'Archived' },
}
export const PROGRESS: Words = { zh: '有新进展', en: 'Progress' }

export const TEXT = {
  title: { zh: '走一单', en: 'Walk one order' },
  lead: {
    zh: '四个人并排，把一件小事从点单走到评单。人物都是虚构的。',
    en: 'Four people side by side take one small matter from order to rating. Everybody here is made up.',
  },
  next: { zh: '下一步', en: 'Next' },
  yours: { zh: '您的单', en: 'Your order' },
  noOrder: { zh: '还没有点单', en: 'No order yet' },
  pause: { zh: '让邻居们歇一歇', en: 'Pause the neighbours' },
  resume: { zh: '让邻居们动起来', en: 'Let the neighbours act' },
  living: { zh: '周围的单', en: 'Orders around' },
  orders: { zh: '单', en: 'orders' },
  news: { zh: '刚刚', en: 'Just now' },
  quiet: { zh: '邻居们还没有动静。', en: 'Nothing has happened yet.' },
  whole: { zh: '全屏打开', en: 'Full screen' },
  again: { zh: '重新登录', en: 'Sit again' },
  seats: { zh: '座位', en: 'Seats' },
  steps: { zh: '一单的几步', en: 'Steps of an order' },
  founding: {
    zh: '小镇正在建成：街道、楼栋、邻居和六天里的 400 单，大约一分钟。',
    en: 'The town is being founded: streets, buildings, neighbours and 400 orders of six days. About a minute.',
  },
  closed: {
    zh: '这里不是演示小镇，没有座位可坐。请从首页登录。',
    en: 'This is not a demo town, so there are no seats. Please sign in from the home page.',
  },
  home: { zh: '去首页', en: 'To the home page' },
  failed: { zh: '暂时连不上，几秒后再试。', en: 'No connection; trying again in a few seconds.' },
  other: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Words>
