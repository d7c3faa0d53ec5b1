import { whoseAreaIs } from '../cast.ts'
import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

const TRIES = 3

/** 评单、回访、重办, and after the end 同意晒单 and 晒单. */
export const afterwards = (turn: Turn): Promise<string | null> =>
  turn.view.state === 'closed' ? publicity(turn) : followUp(turn)

/** The first round may leave somebody dissatisfied; the second is done with more care. */
function verdict({ view, fate, play }: Turn) {
  const unhappy = view.round === 1 && fate.happens('dissatisfied', play.habits.dissatisfied)
  const score = unhappy ? 2 : fate.happens('fair', 0.12) ? 3 : fate.happens('warm', 0.4) ? 4 : 5
  const resolved = unhappy
    ? ('notSolved' as const)
    : view.result === 'partlySolved'
      ? ('partlySolved' as const)
      : ('solved' as const)
  return { unhappy, score, resolved }
}

async function followUp(turn: Turn): Promise<string> {
  const { play, order, view, token, fate, chance, key } = turn
  const { call, habits } = play
  const params = { id: view.id }
  const { version } = view
  const { unhappy, score, resolved } = verdict(turn)
  const rated =
    view.rating !== null &&
    view.timeline.some((entry) => entry.verb === 'rateOrder' && entry.facts.score === view.score)
  const fresh = rated && !ratedBeforeRework(turn)
  if (order.requester && !fresh && fate.happens(`ownRating.${view.round}`, habits.ownRating)) {
    const body = { version, resolved, score, comment: words.comment(chance, score) }
    order.state = (
      await call('rateOrder', { params, body, key: key('rate') }, await order.requester.token())
    ).state
    return 'rateOrder'
  }
  if (unhappy) {
    const body = { version, reason: words.rework(chance) }
    order.state = (await call('reworkOrder', { params, body, key: key('rework') }, token)).state
    return 'reworkOrder'
  }
  if (fate.happens('notReached', habits.notReached) && !fresh && view.callsTried < TRIES) {
    await call(
      'recordCall',
      { params, body: { version, remark: words.call(chance) }, key: key('call') },
      token,
    )
    return 'recordCall'
  }
  const silent = view.callsTried >= TRIES
  const body = silent
    ? { version, reached: false, remark: '两天内打了三次都没有接通，已留言。' }
    : { version, reached: true, remark: words.comment(chance, score), ...(fresh ? {} : { resolved, score }) }
  order.state = (await call('closeOrder', { params, body, key: key('close') }, token)).state
  return 'closeOrder'
}

/** Whether the latest rating belongs to a round that has been reworked since. */
function ratedBeforeRework({ view }: Turn): boolean {
  const verbs = view.timeline.map(({ verb }) => verb)
  return verbs.lastIndexOf('reworkOrder') > verbs.lastIndexOf('rateOrder')
}

/** Only the content requester is asked, and the publisher shows what the item alone tells. */
async function publicity(turn: Turn): Promise<string | null> {
  const { play, order, view, fate, chance, key } = turn
  const params = { id: view.id }
  const happy = view.result === 'solved' && (view.score ?? 0) >= 4
  if (!order.requester || !happy || view.publicationSlug || !fate.happens('consent', play.habits.consent))
    return null
  if (view.anonymous || view.confidential || view.restriction !== 'none' || view.kind === 'report')
    return null
  if (!view.consentedToShow) {
    const body = { version: view.version }
    await play.call('consentToShow', { params, body, key: key('consent') }, await order.requester.token())
    return 'consentToShow'
  }
  if (!fate.happens('show', play.habits.show)) return null
  const name = (view.item ? play.item(view.item)?.name.zh : undefined) ?? '邻里小事'
  const photos =
    view.timeline
      .filter(({ verb }) => verb === 'handleOrder')
      .at(-1)
      ?.photos.slice(-2) ?? []
  const publisher = whoseAreaIs(play.cast.publishers, view.path)
  const body = { version: view.version, ...words.story(chance, view.item, name), photos }
  await play.call('showOrder', { params, body, key: key('show') }, await publisher.token())
  return 'showOrder'
}
