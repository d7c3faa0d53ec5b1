import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

type NewPair = {
  readonly id: string
  readonly path: string
  readonly mentorId: string
  readonly learnerId: string
  readonly subject: string
  readonly from: string
  readonly until: string
}
export const insertPair = (region: number, by: string, pair: NewPair): Sql => sql`
  insert into mentor_pairs (region_id, id, path, mentor_id, learner_id, subject, from_on, until_on, by_person, at)
  values (${region}, ${pair.id}::uuid, ${pair.path}, ${pair.mentorId}::uuid, ${pair.learnerId}::uuid, ${pair.subject}, ${pair.from}::date, ${pair.until}::date, ${by}::uuid, app_now())`

export type Pair = Row & { path: string; mentorId: string; learnerId: string; byPerson: string }
/** A pair that has not ended. */
export async function pairById(db: Database, region: number, id: string): Promise<Pair | undefined> {
  const [row] = await db.read<Pair>(
    systemScope(region),
    sql`select path, mentor_id as "mentorId", learner_id as "learnerId", by_person as "byPerson" from mentor_pairs
      where region_id = ${region} and id = ${id}::uuid and ended_at is null`,
  )
  return row
}

/** The yes of one of the two; a yes said before keeps its time. */
export const agreePair = (region: number, id: string, personId: string): Sql => sql`
  update mentor_pairs set mentor_agreed_at = case when mentor_id = ${personId}::uuid then coalesce(mentor_agreed_at, app_now()) else mentor_agreed_at end,
    learner_agreed_at = case when learner_id = ${personId}::uuid then coalesce(learner_agreed_at, app_now()) else learner_agreed_at end
  where region_id = ${region} and id = ${id}::uuid`

/** Refuses `notNow`. */
export const endPair = (region: number, id: string, by: string): Sql => sql`
  with done as (update mentor_pairs set ended_at = app_now(), ended_by = ${by}::uuid where region_id = ${region} and id = ${id}::uuid and ended_at is null returning 1)
  select refuse('notNow') where not exists (select from done)`

type NewAllowance = {
  readonly id: string
  readonly path: string
  readonly personId: string
  readonly category: string
  readonly from: string
}
export const insertAllowance = (region: number, by: string, allowance: NewAllowance): Sql => sql`
  insert into allowances (region_id, id, path, person_id, category, from_on, by_person, at)
  values (${region}, ${allowance.id}::uuid, ${allowance.path}, ${allowance.personId}::uuid, ${allowance.category}, ${allowance.from}::date, ${by}::uuid, app_now())`

type Allowance = Row & { path: string; personId: string; from: string }
export async function allowanceById(
  db: Database,
  region: number,
  id: string,
): Promise<Allowance | undefined> {
  const [row] = await db.read<Allowance>(
    systemScope(region),
    sql`select path, person_id as "personId", from_on as "from" from allowances where region_id = ${region} and id = ${id}::uuid`,
  )
  return row
}

/** Refuses `notNow`. */
export const endAllowance = (region: number, id: string, to: string): Sql => sql`
  with done as (update allowances set to_on = ${to}::date where region_id = ${region} and id = ${id}::uuid and to_on is null returning 1)
  select refuse('notNow') where not exists (select from done)`
