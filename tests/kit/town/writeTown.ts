import type pg from 'pg'
import type { Town, TownPerson } from '../../../apps/server/src/demo/large/madeTown.ts'
import type { CryptoProvider } from '../../../apps/server/src/kernel/crypto/provider.ts'
import { newId, newSlug } from '../../../apps/server/src/kernel/ids.ts'
import { phoneTail } from '../../../apps/server/src/kernel/policy/mask.ts'

const PIECE = 20_000

/**
 * Writes a town straight into the tables of a founded region: areas, households, people and who lives where, and the grid
 * workers with their posts and grants. Half a minute for 110,000 people with numbers, half of that without.
 * @param admin a superuser's connection
 * @param withPeople whether anybody lives there; else doors alone
 * @param crypto the house's keys; without them nobody has a number
 */
export async function writeTown(
  admin: pg.ClientBase,
  town: Town,
  {
    region = 1,
    crypto,
    withPeople = true,
  }: { readonly region?: number; readonly crypto?: CryptoProvider; readonly withPeople?: boolean } = {},
): Promise<void> {
  await rows(admin, town.areas, (part) => [
    `insert into areas (region_id, id, path, parent_path, level, code, name, compound, qr_slug, opened_at)
     select $1, n.*, now() from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) n`,
    [
      region,
      ...columns(part, ['id', 'path', 'parentPath', 'level', 'code', 'name', 'compound']),
      part.map(() => newSlug()),
    ],
  ])
  await rows(admin, town.households, (part) => {
    const secrets = part.map(({ id, path, room }) => {
      const address = `${path}${room}`
      return {
        cipher: crypto?.encryptField(address, `households.address:${region}:${id}`) ?? '',
        index: crypto?.lookUp(`address:${region}:${address}`) ?? Buffer.alloc(0),
      }
    })
    return [
      `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
       select $1, n.*, now() from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[]) n`,
      [region, ...columns(part, ['id', 'path', 'room']), ...columns(secrets, ['cipher', 'index'])],
    ]
  })
  await admin.query('analyze areas, households')
  if (!withPeople) return
  await rows(admin, town.people(), (part) => personRows(part, region, crypto))
  await rows(admin, town.people(), (part) => [
    `insert into household_members (region_id, id, household_id, person_id, from_at)
     select $1, n.*, now() from unnest($2::uuid[], $3::uuid[], $4::uuid[]) n`,
    [region, part.map(() => newId()), ...columns(part, ['householdId', 'id'])],
  ])
  await seatWorkers(admin, town, region)
  await admin.query('analyze people, household_members')
}

function personRows(
  part: readonly TownPerson[],
  region: number,
  crypto: CryptoProvider | undefined,
): Statement {
  const secrets = part.map(({ phone }) => {
    if (!phone || !crypto) return { cipher: null, index: null, tail: null }
    return {
      cipher: crypto.encryptField(phone, `people.phone:${region}`),
      index: crypto.lookUp(phone),
      tail: phoneTail(phone),
    }
  })
  return [
    `insert into people (region_id, id, name, path, household_id, phone_cipher, phone_hmac, phone_tail, created_at)
     select $1, n.*, now() from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::bytea[], $8::text[]) n`,
    [
      region,
      ...columns(part, ['id', 'name', 'path', 'householdId']),
      ...columns(secrets, ['cipher', 'index', 'tail']),
    ],
  ]
}

/** The first people of the town serve it: one grid each, and again from the first until every grid has somebody. */
async function seatWorkers(admin: pg.ClientBase, town: Town, region: number): Promise<void> {
  const workers = [...town.people().take(town.size.gridWorkers)].map(({ id }) => ({ id, account: newId() }))
  await admin.query('insert into accounts (id, created_at) select n, now() from unnest($1::uuid[]) n', [
    workers.map(({ account }) => account),
  ])
  await admin.query(
    `update people p set account_id = n.account from unnest($2::uuid[], $3::uuid[]) n(id, account) where p.region_id = $1 and p.id = n.id`,
    [region, ...columns(workers, ['id', 'account'])],
  )
  const seats = town.grids.flatMap((path, at) => {
    const worker = workers[at % workers.length]
    return worker ? [{ ...worker, path, post: newId(), grant: newId() }] : []
  })
  await admin.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on)
     select $1, n.id, n.person, 'gridWorker', n.path, current_date from unnest($2::uuid[], $3::uuid[], $4::text[]) n(id, person, path)`,
    [region, ...columns(seats, ['post', 'id', 'path'])],
  )
  await admin.query(
    `insert into grants (region_id, id, account_id, role, area_path, post_id, from_at)
     select $1, n.id, n.account, 'gridWorker', n.path, n.post, now() from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) n(id, account, path, post)`,
    [region, ...columns(seats, ['grant', 'account', 'path', 'post'])],
  )
}

type Statement = readonly [text: string, values: readonly unknown[]]

async function rows<T>(
  admin: pg.ClientBase,
  all: Iterable<T>,
  statement: (part: readonly T[]) => Statement,
): Promise<void> {
  const send = async (part: readonly T[]): Promise<void> => {
    const [text, values] = statement(part)
    await admin.query(text, [...values])
  }
  let part: T[] = []
  for (const row of all) {
    part.push(row)
    if (part.length < PIECE) continue
    await send(part)
    part = []
  }
  if (part.length > 0) await send(part)
}

const columns = <T, K extends keyof T>(part: readonly T[], keys: readonly K[]): T[K][][] =>
  keys.map((key) => part.map((row) => row[key]))
