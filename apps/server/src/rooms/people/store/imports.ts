import sql, { type Sql } from 'sql-template-tag'
import type { Tx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

export type ImportedPerson = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly householdId: string | null
  readonly cipher: string | null
  /** Hexadecimal. */
  readonly index: string | null
  readonly tail: string | null
}
export type ImportKnown = {
  id: string
  name: string
  path: string | null
  householdId: string | null
  /** The number's index in hexadecimal; null for somebody without a number. */
  phone: string | null
}

/** Who is there already: by number, and at the given places those without one. */
export async function knownPeople(
  tx: Tx,
  region: number,
  phones: readonly string[],
  paths: readonly string[],
): Promise<ImportKnown[]> {
  return tx.query<ImportKnown>(sql`
    select id, name, path, household_id as "householdId", encode(phone_hmac, 'hex') as phone from people
    where region_id = ${region} and erased_at is null
      and (phone_hmac in (select decode(index, 'hex') from unnest(${[...phones]}::text[]) index)
        or (phone_hmac is null and path = any (${[...paths]}::text[])))`)
}

const PEOPLE_ROWS = (people: readonly ImportedPerson[]): Sql => sql`
  jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
    as n(id uuid, name text, path text, "householdId" uuid, cipher text, index text, tail text)`

export const insertPeople = (region: number, people: readonly ImportedPerson[]): Sql => sql`
  insert into people (region_id, id, name, phone_cipher, phone_hmac, phone_tail, path, household_id, created_at)
  select ${region}, n.id, n.name, n.cipher, decode(n.index, 'hex'), n.tail, n.path, n."householdId", app_now()
  from ${PEOPLE_ROWS(people)}`

export const updatePeople = (region: number, people: readonly ImportedPerson[]): Sql => sql`
  update people p set name = n.name, path = n.path, household_id = n."householdId"
  from ${PEOPLE_ROWS(people)} where p.region_id = ${region} and p.id = n.id`

/** Membership of households follows where people live: the old one ends, the new one begins. */
export function settleMembers(
  region: number,
  people: readonly Pick<ImportedPerson, 'id' | 'householdId'>[],
): Sql[] {
  const rows = people.map(({ id, householdId }) => ({ id, householdId, member: newId() }))
  const list = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "householdId" uuid, member uuid)`
  return [
    sql`update household_members m set to_at = app_now() from ${list}
      where m.region_id = ${region} and m.person_id = n.id and m.to_at is null and m.household_id is distinct from n."householdId"`,
    sql`insert into household_members (region_id, id, household_id, person_id, from_at)
      select ${region}, n.member, n."householdId", n.id, app_now() from ${list} where n."householdId" is not null
      on conflict (region_id, household_id, person_id) where to_at is null do nothing`,
  ]
}
