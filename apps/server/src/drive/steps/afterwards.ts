import { whoseAreaIs } from '../cast.ts'
import { ratedThisRound, type Step } from '../sight.ts'
import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

const TRIES = 3

/** 评单、回访、重办, and after the end 同意晒单 and 晒单. */
export const afterwards = (turn: Turn): Promise<Step | null> =>
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

async function followUp(turn: Turn): Promise<Step> {
  const { play, order, view, token, fate, chance, key } = turn
  const { call, habits } = play
  const params = { id: view.id }
  const { version } = view
  const { unhappy, score, resolved } = verdict(turn)
  const fresh = ratedThisRound(view)
  if (order.requester && !fresh && fate.happens(`ownRating.${view.round}`, habits.ownRating)) {
    const body = { version, resolved, score, comment: words.comment(chance, score) }
    const asker = await order.requester.token()
    const answer = await call('rateOrder', { params, body, key: key('rate') }, asker)
    return { verb: 'rateOrder', answer, change: { score, result: resolved } }
  }
  if (unhappy) {
    const body = { version, reason: words.rework(chance) }
    const answer = await call('reworkOrder', { params, body, key: key('rework') }, token)
    const round = view.round + 1
    return { verb: 'reworkOrder', answer, change: { round, result: null, contacted: false, callsTried: 0 } }
  }
  if (fate.happens('notReached', habits.notReached) && !fresh && view.callsTried < TRIES) {
    const body = { version, remark: words.call(chance) }
    const answer = await call('recordCall', { params, body, key: key('call') }, token)
    return { verb: 'recordCall', answer, change: { callsTried: view.callsTried + 1 } }
  }
  const silent = view.callsTried >= TRIES
  const judged = silent || fresh ? {} : { resolved, score }
  const body = silent
    ? { version, reached: false, remark: '两天内打了三次都没有接通，已留言。' }
    : { version, reached: true, remark: words.comment(chance, score), ...judged }
  const answer = await call('closeOrder', { params, body, key: key('close') }, token)
  return { verb: 'closeOrder', answer, change: silent || fresh ? {} : { score, result: resolved } }
}

/** Only the content requester is asked, and the publisher shows what the item alone tells. */
async function publicity(turn: Turn): Promise<Step | null> {
  const { play, order, view, fate, chance, key } = turn
  const params = { id: view.id }
  const { version } = view
  const happy = view.result === 'solved' && (view.score ?? 0) >= 4
  if (!order.requester || !happy || view.shown || !fate.happens('consent', play.habits.consent)) return null
  if (view.anonymous || view.confidential || view.restriction !== 'none' || view.kind === 'report')
    return null
  if (!view.consentedToShow) {
    const asker = await order.requester.token()
    const answer = await play.call('consentToShow', { params, body: { version }, key: key('consent') }, asker)
    return { verb: 'consentToShow', answer, change: { consentedToShow: true } }
  }
  if (!fate.happens('show', play.habits.show)) return null
  const name = (view.item ? play.item(view.item)?.name.zh : undefined) ?? '邻里小事'
  const photos = view.steps.findLast(({ verb }) => verb === 'handleOrder')?.photos.slice(-2) ?? []
  const publisher = whoseAreaIs(play.cast.publishers, view.path)
  const body = { version, ...words.story(chance, view.item, name), photos: [...photos] }
  const answer = await play.call('showOrder', { params, body, key: key('show') }, await publisher.token())
  return { verb: 'showOrder', answer, change: { shown: true } }
}
