import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

/** 审核: seldom sent back, and at most once. */
export async function review({ play, order, view, token, fate, chance, key }: Turn): Promise<string> {
  const params = { id: view.id }
  const before = view.timeline.some((entry) => entry.verb === 'returnHandling')
  if (!before && fate.happens('sentBack', play.habits.sentBack)) {
    const body = { version: view.version, reason: words.sentBack(chance) }
    order.state = (await play.call('returnHandling', { params, body, key: key('return') }, token)).state
    return 'returnHandling'
  }
  order.state = (
    await play.call(
      'approveHandling',
      { params, body: { version: view.version }, key: key('approve') },
      token,
    )
  ).state
  return 'approveHandling'
}
