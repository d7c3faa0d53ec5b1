import sql, { type Sql } from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type Swap = Row & {
  id: string
  dutyId: string
  path: string
  fromPerson: string
  toPerson: string | null
  isMember: boolean
}

/** A swap, and whether a person is of its roster; read by the system, because who may take it is not yet a party. */
export async function swapById(
  db: Database,
  scope: Scope,
  id: string,
  personId: string,
): Promise<Swap | undefined> {
  const [row] = await db.read<Swap>(
    scope,
    sql`select s.id, s.duty_id as "dutyId", s.path, s.from_person as "fromPerson", s.to_person as "toPerson",
      exists (select from duties d join roster_members m on m.region_id = d.region_id and m.roster_id = d.roster_id
        where d.region_id = s.region_id and d.id = s.duty_id and m.person_id = ${personId}::uuid and m.answer = 'yes') as "isMember"
    from duty_swaps s where s.region_id = ${scope.region} and s.id = ${id}::uuid`,
  )
  return row
}

/** Asked for a duty of one's own that is in force and has not begun. Refuses dutyOver; the index refuses a second one. */
export const askSwapStatement = (region: number, id: string, dutyId: string, personId: string): Sql => sql`
  with asked as (
    insert into duty_swaps (region_id, id, duty_id, path, from_person, state, asked_at)
    select region_id, ${id}::uuid, id, path, person_id, 'asked', app_now() from duties
    where region_id = ${region} and id = ${dutyId}::uuid and person_id = ${personId}::uuid and accepted
      and signed_in_at is null and starts_at > app_now() returning 1)
  select refuse('dutyOver') where not exists (select from asked)`

/** Of all who agree at once one is written. Refuses swapGone. */
export const agreeStatement = (region: number, id: string, personId: string): Sql => sql`
  with agreed as (
    update duty_swaps set state = 'agreed', to_person = ${personId}::uuid, agreed_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and state = 'asked' and from_person <> ${personId}::uuid returning 1)
  select refuse('swapGone') where not exists (select from agreed)`

/** Ends a swap from one of the states it may be in. Refuses swapGone. */
export const endSwapStatement = (
  region: number,
  id: string,
  from: readonly ('asked' | 'agreed')[],
  to: 'confirmed' | 'withdrawn' | 'declined',
  by: string,
): Sql => sql`
  with ended as (
    update duty_swaps set state = ${to}, ended_at = app_now(), ended_by = ${by}::uuid
    where region_id = ${region} and id = ${id}::uuid and state = any (${[...from]}::text[]) returning 1)
  select refuse('swapGone') where not exists (select from ended)`
