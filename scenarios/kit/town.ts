import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Preset, Role } from '@linli/contract'
import { ANY_HOUR } from '@linli/contract/people/shapes'
import { PRESETS, presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { type House, openHouse } from '../../apps/server/src/house/openHouse.ts'
import { findOrCreateAccount } from '../../apps/server/src/kernel/auth/accounts.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { createSession } from '../../apps/server/src/kernel/auth/sessions.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import { grantStatement, registerCaller } from '../../apps/server/src/rooms/people/index.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { testDatabase } from '../../tests/kit/database.ts'

export type Person = {
  name: string
  phone: string
  personId: string
  accountId: string
  token: string
  path: string
  /** Every role of every post the person holds. */
  roles: Role[]
}
export type Answer = { status: number; body: Record<string, unknown> }

/** A house on a database of its own, with the place's rules and nobody in it yet. `environment`: settings of an operator. */
export async function openTown(
  place: string,
  listen = false,
  environment: Readonly<Record<string, string>> = {},
) {
  const database = await testDatabase(false)
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-scenario-'))
  const config = readConfig(
    { DATA_DIR: dataDir, PORT: '0', PRESET: place, POOL_SIZE: '10', ...environment },
    Object.keys(PRESETS),
  )
  const house = await openHouse({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, config, log: false })
  await installPreset(house.db, 1, presetOf(place), true)
  const address = listen ? await house.app.listen({ port: 0, host: '127.0.0.1' }) : ''
  return {
    house,
    preset: presetOf(place),
    address,
    people: new Map<string, Person>(),
    close: async () => {
      await house.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type Town = Awaited<ReturnType<typeof openTown>>

/** Opens the areas on the way to a path, as far as they are missing. */
export async function openAreas({ db }: House, { levels }: Preset, path: string): Promise<void> {
  const codes = path.split('/').filter(Boolean)
  for (const [index, code] of codes.entries()) {
    const here = `/${codes.slice(0, index + 1).join('/')}/`
    const parent = index === 0 ? '/' : `/${codes.slice(0, index).join('/')}/`
    const level = levels[index]
    await db.commit(systemScope(1), [
      sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
      values (1, ${newId()}, ${here}, ${parent}, ${level?.key ?? 'area'}, ${code}, ${`${code}${level?.name.zh ?? ''}`}, ${newSlug()}, app_now()) on conflict (region_id, path) do nothing`,
    ])
  }
}

/** An account of somebody who is registered, and a session of it. */
export async function signIn(
  { house: { db, crypto } }: Town,
  personId: string,
  phone: string,
): Promise<{ accountId: string; token: string }> {
  const entered = await db.globalTransaction(async (tx) => {
    const account = await findOrCreateAccount(tx, crypto, phone)
    const { token } = await createSession(tx, { accountId: account.id, region: 1, personId }, 'phone')
    return { accountId: account.id, token }
  })
  await db.commit(systemScope(1), [
    sql`update people set account_id = ${entered.accountId}::uuid where region_id = 1 and id = ${personId}::uuid`,
  ])
  return entered
}

const FIRST_PHONE = 13900000001

/** Somebody of the table: registered, with an account and a session, and the grants of the post. */
export async function seat(
  town: Town,
  place: string,
  row: { name: string; post: string; where: string; phone: string; skill: string; homeEntry: boolean },
): Promise<void> {
  const { db, crypto } = town.house
  const preset = presetOf(place)
  const isArea = row.where.startsWith('/')
  if (isArea && row.where !== '/') await openAreas(town.house, preset, row.where)
  let person = town.people.get(row.name)
  if (!person) {
    const phone = row.phone || String(FIRST_PHONE + town.people.size)
    const personId = await registerCaller(db, crypto, 1, phone, row.name, isArea ? row.where : '/')
    person = {
      name: row.name,
      phone,
      personId,
      path: row.where,
      roles: [],
      ...(await signIn(town, personId, phone)),
    }
    town.people.set(row.name, person)
  }
  const post = preset.posts.find(({ name }) => name.zh === row.post)
  if (!post) {
    if (row.post === '居民') return
    throw new Error(`没有岗位“${row.post}”`)
  }
  person.roles.push(...post.roles)
  const unit = isArea ? null : await unitId(town, row.where)
  for (const role of post.roles)
    await db.commit(systemScope(1), [
      grantStatement(1, {
        accountId: person.accountId,
        role,
        areaPath: isArea ? row.where : null,
        unitId: unit,
        postId: null,
      }),
    ])
  // Whoever has a skill or a clearance has joined as a helper; a post alone is not joining.
  const hasJoined = row.skill !== '' || row.homeEntry
  if (post.roles.includes('helper') && hasJoined) await makeHelper(town, preset, person, row)
  town.house.sessions.forget(person.accountId)
}

async function makeHelper(
  town: Town,
  preset: Preset,
  person: Person,
  row: { where: string; skill: string; homeEntry: boolean },
): Promise<void> {
  const always = JSON.stringify(ANY_HOUR)
  const skill = preset.skills.find(({ name }) => name.zh === row.skill)
  await town.house.db.commit(systemScope(1), [
    sql`insert into helpers (region_id, person_id, path, serves_path, quota, home_entry, points_opt_in, night_emergencies, hours, joined_at)
      values (1, ${person.personId}, ${row.where}, ${`/${row.where.split('/')[1]}/`}, ${preset.helperQuota}, ${row.homeEntry}, true, true, ${always}::jsonb, app_now())`,
    ...(skill
      ? [
          sql`insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at) values (1, ${newId()}, ${person.personId}, ${skill.key}, ${person.personId}, app_now())`,
        ]
      : []),
  ])
}

/** The people who hold all of the roles, in the order in which they were seated. */
export const holders = ({ people }: Town, ...roles: Role[]): Person[] =>
  [...people.values()].filter((person) => roles.every((role) => person.roles.includes(role)))

export async function unitId(town: Town, name: string): Promise<string> {
  const [row] = await town.house.db.read<{ id: string }>(
    systemScope(1),
    sql`select id from units where region_id = 1 and name->>'zh' = ${name}`,
  )
  if (!row) throw new Error(`没有单位“${name}”`)
  return row.id
}

/** A request of one of the people, or of nobody, through the public API. */
export async function ask(
  town: Town,
  person: Person | undefined,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await town.house.app.inject({
    method,
    url: `/api${path}`,
    headers: {
      ...(person ? { authorization: `Bearer ${person.token}` } : {}),
      ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
    },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

/** One file, sent as a browser sends it. */
export async function sendFile(
  town: Town,
  person: Person,
  path: string,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<Answer> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const answer = await town.house.app.inject({
    method: 'POST',
    url: `/api${path}`,
    headers: {
      authorization: `Bearer ${person.token}`,
      'idempotency-key': newId(),
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** Waits until something holds: the system's own steps arrive a little later. */
export async function until(holds: () => Promise<string | null>): Promise<void> {
  let why: string | null = null
  for (let tries = 0; tries < 600; tries += 1) {
    why = await holds()
    if (why === null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(why ?? '没有等到')
}
