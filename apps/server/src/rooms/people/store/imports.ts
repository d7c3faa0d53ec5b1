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

type Lives = Pick<ImportedPerson, 'id' | 'householdId'>

/** Membership of households follows where people live: the old one ends. */
export const endMembers = (region: number, people: readonly Lives[]): Sql => sql`
  update household_members m set to_at = app_now()
  from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ householdId }) => householdId)}::uuid[]) n(id, household)
  where m.region_id = ${region} and m.person_id = n.id and m.to_at is null and m.household_id is distinct from n.household`

/** Both, for somebody who is not in a file. */
export const settleMembers = (region: number, people: readonly Lives[]): Sql[] => [
  endMembers(region, people),
  beginMembers(region, people),
]

/** The new one begins. */
export const beginMembers = (region: number, people: readonly Lives[]): Sql => {
  const housed = people.filter(({ householdId }) => householdId !== null)
  return sql`
  insert into household_members (region_id, id, household_id, person_id, from_at)
  select ${region}, n.member, n.household, n.id, app_now()
  from unnest(${housed.map(() => newId())}::uuid[], ${housed.map(({ householdId }) => householdId)}::uuid[], ${housed.map(({ id }) => id)}::uuid[])
    n(member, household, id)
  on conflict (region_id, household_id, person_id) where to_at is null do nothing`
}
