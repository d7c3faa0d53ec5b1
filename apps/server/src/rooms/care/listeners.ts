import { type Listeners, type OutboxEvent, oneByOne } from '../../kernel/outbox/listeners.ts'
import type { CareNeeds } from './needs.ts'
import { followPlans } from './store/follow.ts'
import { orderFactsOf } from './views/plans.ts'

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** The alarm's last step: an order by the orders' own door, under the id that the step chose. */
async function wantOrder(needs: CareNeeds, { region, payload }: OutboxEvent): Promise<void> {
  const [id, orderId, dueAt] = [payload.id, payload.orderId, payload.dueAt].map(String)
  if (!id || !orderId || !dueAt) throw new Error('an alarm came without its plan or order')
  const facts = await orderFactsOf(needs.db, region, id)
  if (!facts) return // erased meanwhile
  await needs.placeOrder(region, {
    id: orderId,
    path: facts.path,
    title: '约定的联系没接上，请上门看看',
    detail: `按约定应在 ${clock.format(new Date(dueAt))} 前联系，关爱人、替班人和社区都提醒过，还没有人联系上。请马上打电话，打不通就上门看看，见到人再办结。`,
    address: `${facts.areaName} ${facts.room}`.trim(),
    urgency: 'prompt',
    placedBy: facts.byPerson,
    requester: facts.agreedBy,
    beneficiary: facts.personId,
    name: facts.name,
  })
}

export const listenersOf = (needs: CareNeeds): Listeners => ({
  'care.orderWanted.1': oneByOne((event) => wantOrder(needs, event)),
  'places.areasRedrawn.1': oneByOne(async ({ region }) => {
    await followPlans(needs.db, region)
  }),
})
