import { whoseAreaIs } from '../../drive/cast.ts'
import { idFrom } from '../../drive/chance.ts'
import { dayAfter, dayOf } from '../../rooms/stations/index.ts'
import { inBatches } from '../ground.ts'
import type { Town } from '../stagedTown.ts'

const AT_ONCE = 4
const WEEKS = 4
const MONDAY = 1

/** What is on in the next weeks, by days from the founding. The class is from the next Monday on, every Monday. */
const PLANS = [
  {
    name: 'clinic',
    kind: 'freeClinic',
    title: '社区义诊：量血压、测血糖',
    words: '卫生服务站的医生来坐诊，带上平时吃的药，问一问怎么吃。不记病情，不留名单。',
    community: 0,
    inDays: 2,
    from: '09:00',
    to: '11:00',
    bring: '平时吃的药',
    seats: 30,
    helpers: 2,
    weekly: false,
  },
  {
    name: 'class',
    kind: 'afterSchool',
    title: '四点半课堂',
    words: '放学后有人看着写作业、读书，家长下班来接。',
    community: 0,
    inDays: 0,
    from: '16:30',
    to: '18:00',
    bring: '作业和水杯',
    seats: 20,
    helpers: 2,
    weekly: true,
  },
  {
    name: 'phones',
    kind: 'talk',
    title: '教老人用手机：挂号、交费、防骗',
    words: '一人带一部手机，一步一步教，听不懂就再讲一遍。',
    community: 1,
    inDays: 4,
    from: '14:30',
    to: '16:00',
    bring: '自己的手机',
    seats: 15,
    helpers: 3,
    weekly: false,
  },
  {
    name: 'banks',
    kind: 'volunteering',
    title: '河边捡垃圾，一起走一走',
    words: '手套和夹子社区准备，走一圈大约一个小时。',
    community: 2,
    inDays: 6,
    from: '08:30',
    to: '10:00',
    bring: null,
    seats: null,
    helpers: 0,
    weekly: false,
  },
] as const
const SIGN_UPS = 9

/** From 1 to 7. */
const daysToMonday = (day: string): number => 7 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)

/** Activities of the next weeks, published, with neighbours who signed up. Safe to repeat. */
export async function foundActivities({ call, cast, map, setting }: Town, admin: string): Promise<void> {
  const planned = await call('manageActivities', { query: {} }, admin)
  if (planned.items.length > 0) return // of an earlier day, with its own dates
  const ways = setting.layout.areasOf('community')
  for (const plan of PLANS) {
    const way = ways[plan.community % ways.length] ?? []
    const path = map.pathOf(...way)
    const duty = await whoseAreaIs(cast.duty, path).token()
    const today = dayOf(Date.now())
    const day = dayAfter(today, plan.weekly ? daysToMonday(today) : plan.inDays)
    const at = (time: string): string => `${day}T${time}:00+08:00`
    const id = idFrom('activities', plan.name)
    const body = {
      id,
      kind: plan.kind,
      theme: null,
      title: plan.title,
      words: plan.words,
      unitId: null,
      path,
      stationId: null,
      place: `${way.at(-1) ?? ''}活动室`,
      startsAt: at(plan.from),
      endsAt: at(plan.to),
      forWhom: null,
      bring: plan.bring,
      phone: null,
      signUp: plan.seats !== null,
      seats: plan.seats,
      helpers: plan.helpers,
      repeat: plan.weekly ? { weekdays: [MONDAY], until: dayAfter(day, 7 * WEEKS) } : null,
    }
    await call('planActivity', { body, key: idFrom('activities', 'plan', plan.name) }, duty)
    await call(
      'publishActivity',
      { params: { id }, body: { rest: true }, key: idFrom('activities', 'publish', plan.name) },
      duty,
    )
  }
  const comers = cast.residents.slice(0, SIGN_UPS)
  await inBatches(comers, AT_ONCE, async (resident, at) => {
    const { name } = PLANS[at % 2 === 0 ? 0 : 2]
    const body = {
      id: idFrom('activities', 'signup', resident.phone),
      activityId: idFrom('activities', name),
      part: 'attend' as const,
      wait: false,
    }
    await call('signUp', { body, key: idFrom('activities', 'sign', resident.phone) }, await resident.token())
  })
}
