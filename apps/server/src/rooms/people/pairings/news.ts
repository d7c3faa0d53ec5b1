import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { type News, newsOf, sidesOfPair, untoldPlan } from './store/news.ts'

/** So many people are named by one event. */
const BATCH = 500

/** Tells both sides of the plans that were accepted since: events that the notices hear. To be called every few seconds. */
export async function tellOfPairs(db: Database, region: number): Promise<void> {
  while (await db.transaction(systemScope(region), (tx) => tellOne(tx, region)));
}

async function tellOne(tx: Tx, region: number): Promise<boolean> {
  const [plan] = await tx.query<{ id: string }>(untoldPlan(region))
  if (!plan) return false
  const [news] = await tx.query<News>(newsOf(region, plan.id))
  const { began = [], ended = [] } = news ?? {}
  await tellPeople(tx, region, 'pairingBegan', plan.id, began)
  await tellPeople(tx, region, 'pairingEnded', plan.id, ended)
  return true
}

/** Names people to the notices. @param id of the plan or of a pair */
export async function tellPeople(
  tx: Tx,
  region: number,
  what: 'pairingBegan' | 'pairingEnded',
  id: string,
  people: readonly string[],
): Promise<void> {
  for (let at = 0; at < people.length; at += BATCH)
    await tx.query(outboxStatement(region, `people.${what}.1`, { id, people: people.slice(at, at + BATCH) }))
}

/** The people of one pair, for whoever ends it. */
export async function peopleOfPair(db: Database, region: number, id: string): Promise<string[]> {
  const rows = await db.read<{ person: string }>(systemScope(region), sidesOfPair(region, id))
  return rows.map(({ person }) => person)
}
