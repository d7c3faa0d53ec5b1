import type { HelperPlayer } from '../cast.ts'
import { helpersFor } from '../cast.ts'
import { CallFailed } from '../client.ts'
import type { Step } from '../sight.ts'
import type { Turn } from '../turn.ts'
import { giveTo } from './intake.ts'

const MOST_ASKED = 4

/** 抢单: one helper, sometimes two at the same moment. When nobody can, the desk widens the offer and then assigns. */
export async function offered(turn: Turn): Promise<Step | 'overtaken'> {
  const { play, order, view, token, chance } = turn
  const askable = chance.shuffle(
    'helpers',
    helpersFor(play, view, order.requester ? [order.requester.phone] : []),
  )
  const ready: HelperPlayer[] = []
  const wanted = chance.happens('race', play.habits.race) ? 2 : 1
  for (const helper of askable.slice(0, MOST_ASKED)) {
    const board = await play.call('listClaims', {}, await helper.token())
    if (board.mayClaim && board.items.some(({ id }) => id === view.id)) ready.push(helper)
    if (ready.length === wanted) break
  }
  if (ready.length > 0) return claim(turn, ready)
  try {
    const body = { version: view.version }
    const params = { id: view.id }
    return {
      verb: 'widenOffer',
      answer: await play.call('widenOffer', { params, body, key: turn.key('widen') }, token),
    }
  } catch (error) {
    if (!(error instanceof CallFailed) || error.code !== 'orders.noMoreWaves') throw error
    return giveTo(turn, 'assignOrder')
  }
}

async function claim(
  { play, order, view, key }: Turn,
  helpers: readonly HelperPlayer[],
): Promise<Step | 'overtaken'> {
  if (helpers.length > 1) play.tally.races += 1
  const tries = await Promise.allSettled(
    helpers.map(async (helper) =>
      play.call(
        'claimOrder',
        { params: { id: view.id }, body: {}, key: key(`claim.${helper.phone}`) },
        await helper.token(),
      ),
    ),
  )
  let won: Step | undefined
  for (const [index, attempt] of tries.entries()) {
    if (attempt.status === 'fulfilled') {
      order.handler = helpers[index]
      won = { verb: 'claimOrder', answer: attempt.value }
    } else if (!(attempt.reason instanceof CallFailed) || attempt.reason.status !== 409) throw attempt.reason
    else if (attempt.reason.code === 'orders.alreadyClaimed') play.tally.claimsLost += 1
  }
  return won ?? 'overtaken'
}
