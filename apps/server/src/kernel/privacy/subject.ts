import sql, { raw, Sql } from 'sql-template-tag'
import type { Tx } from '../db/database.ts'

/** Whose data is meant: everything a row may know the person by. */
export type Subject = {
  readonly region: number
  readonly person: string
  readonly account: string | null
  /** Keyed indexes of the person's numbers, and the digits their masks show. */
  readonly phones: readonly Buffer[]
  readonly tails: readonly string[]
}

type Found = { account: string | null; phones: Buffer[]; tails: string[] }

/** Reads by what the person is known; a person who is not there has only an id. */
export async function subjectOf(tx: Tx, region: number, person: string): Promise<Subject> {
  const [row] = await tx.query<Found>(sql`
    select p.account_id as account, array_remove(array[p.phone_hmac, a.phone_hmac], null) as phones,
      array_remove(array[p.phone_tail], null) as tails
    from people p left join accounts a on a.id = p.account_id
    where p.region_id = ${region} and p.id = ${person}::uuid`)
  return {
    region,
    person,
    account: row?.account ?? null,
    phones: row?.phones ?? [],
    tails: row?.tails ?? [],
  }
}

/** A condition of the catalogue with the subject's values as parameters. @throws when it names a place there is none for */
export function filledFor(template: string, subject: Subject): Sql {
  const values: { readonly [place: string]: Sql } = {
    region: sql`${subject.region}::int`,
    person: sql`${subject.person}::uuid`,
    account: sql`${subject.account}::uuid`,
    phones: sql`${[...subject.phones]}::bytea[]`,
    tails: sql`${[...subject.tails]}::text[]`,
  }
  const parts = template.split(/\{(\w+)\}/)
  const words = parts.filter((_, at) => at % 2 === 0)
  const places = parts.filter((_, at) => at % 2 === 1)
  return new Sql(
    words,
    places.map((place) => {
      const value = values[place]
      if (!value) throw new Error(`the catalogue names a place ${place}, which there is not`)
      return value
    }),
  )
}

/** A name of the schema, which never comes from outside, in quotes. */
export const named = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`)
