import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { dutyById } from '../store/duties.ts'
import { type Entry, logOfPost, logOfRoster, logStatement } from '../store/log.ts'
import { rosterById } from '../store/rosters.ts'

type Table = typeof dutiesEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'query' | 'remember'
>
type Needs = Pick<DutiesNeeds, 'db'>

/**
 * 写日志, by whoever is on the duty, from half an hour before until twelve hours after. A hazard names the order that was
 * placed for it. @throws notFound, notNow, noSuchOrder; keyReused when the id is taken
 */
export async function writeDutyLog(
  { db }: Needs,
  { me, scope, params, body, remember }: Omit<Asked<'writeDutyLog'>, 'query'>,
): Promise<{ id: string }> {
  const duty = await dutyById(db, scope, params.id)
  if (duty?.personId !== me.personId) throw notFound()
  const answer = { id: body.id }
  try {
    await db.commit(scope, [logStatement(me.region, duty.id, me.personId, body), remember(answer)])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** What those before wrote at this post within two days: the hand-over. Nobody is named. @throws notFound */
export async function readPostLog(
  { db }: Needs,
  { me, scope, params }: Pick<Asked<'readPostLog'>, 'me' | 'scope' | 'params'>,
): Promise<{ items: Entry[] }> {
  const duty = await dutyById(db, scope, params.id)
  if (duty?.personId !== me.personId) throw notFound()
  // What colleagues wrote belongs to the post; the reader is on it and no party of their duties.
  return { items: await db.read<Entry>({ ...scope, system: true }, logOfPost(me.region, duty.postId)) }
}

/** The log of a day, for the office. @throws notFound, forbidden */
export async function readRosterLog(
  { db }: Needs,
  { me, scope, params, query }: Pick<Asked<'readRosterLog'>, 'me' | 'scope' | 'params' | 'query'>,
): Promise<{ items: Entry[] }> {
  const roster = await rosterById(db, scope, params.id)
  if (!roster) throw notFound()
  demandAt('readRosterLog', me, roster.path)
  return { items: await db.read<Entry>(scope, logOfRoster(me.region, roster.id, query.day)) }
}
