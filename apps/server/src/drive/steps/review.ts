import { hasTaken, type Step } from '../sight.ts'
import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

/** 审核: seldom sent back, and at most once. */
export async function review({ play, view, token, fate, chance, key }: Turn): Promise<Step> {
  const params = { id: view.id }
  const { version } = view
  if (!hasTaken(view, 'returnHandling') && fate.happens('sentBack', play.habits.sentBack)) {
    const body = { version, reason: words.sentBack(chance) }
    const answer = await play.call('returnHandling', { params, body, key: key('return') }, token)
    return { verb: 'returnHandling', answer, change: { result: null } }
  }
  const answer = await play.call('approveHandling', { params, body: { version }, key: key('approve') }, token)
  return { verb: 'approveHandling', answer }
}
