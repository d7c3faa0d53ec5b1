import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import { makeHelper } from './houseCast.ts'
import { canaryPhone, canaryText, type Ground } from './houseGround.ts'

// Rows that an operation can be aimed at, planted behind the house's back so that each test call has a fresh one.

type Db = Pick<TestHouse, 'admin' | 'house'>

/** A neighbour, or somebody who serves, with the ground's canary name (林, 高); the canary phone only where it is asked for, since a number stands once a region. */
export async function plantPerson(
  { admin, house }: Db,
  ground: Ground,
  wish: { phone?: boolean; account?: boolean; serves?: boolean; helper?: boolean; skill?: string } = {},
): Promise<string> {
  const id = newId()
  const accountId = wish.account ? newId() : null
  const phone = wish.phone ? canaryPhone(ground) : null
  await admin.query({
    name: 'plant-person',
    text: `with account as (insert into accounts (id, created_at) select $3::uuid, now() where $3::uuid is not null)
      insert into people (region_id, id, account_id, name, phone_cipher, phone_hmac, phone_tail, path, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    values: [
      ground.region,
      id,
      accountId,
      canaryText(ground, wish.serves || wish.helper || wish.skill ? '高' : '林'),
      phone ? house.crypto.encryptField(phone, `people.phone:${ground.region}`) : null,
      phone ? house.crypto.lookUp(phone) : null,
      phone ? phone.slice(0, 3) + phone.slice(-4) : null,
      ground.path,
    ],
  })
  if (wish.helper || wish.skill) await makeHelper({ admin }, id, ground.path, ground.region)
  if (wish.skill)
    await admin.query(`insert into helper_skills (region_id, id, person_id, skill) values ($1, $2, $3, $4)`, [
      ground.region,
      newId(),
      id,
      wish.skill,
    ])
  return id
}

/** A colleague with a staff account, who may hold a role over the whole region. @returns the account's id */
export async function plantStaff(
  db: Db,
  ground: Ground,
  login: string,
  role?: 'regionAdmin',
): Promise<string> {
  const personId = await plantPerson(db, ground, { account: true, serves: true })
  const { rows } = await db.admin.query<{ id: string }>(
    `update accounts set login = $2 where id = (select account_id from people where id = $1) returning id`,
    [personId, login],
  )
  const id = rows[0]?.id ?? ''
  if (role)
    await db.admin.query(
      `insert into grants (region_id, id, account_id, role, area_path, from_at) values ($1, $2, $3, $4, '/', now())`,
      [ground.region, newId(), id, role],
    )
  return id
}

/** An area below the ground's building, with its id, path and slug. */
export async function plantArea({ admin }: Db, ground: Ground): Promise<{ id: string; slug: string }> {
  const [id, slug] = [newId(), newSlug()]
  const code = `e${slug.replace(/[^a-z0-9]/g, '').slice(0, 8)}`
  await admin.query(
    `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values ($1, $2, $3, $4, 'entrance', $5, $6, $7, now())`,
    [ground.region, id, `${ground.path}${code}/`, ground.path, code, `${code}单元`, slug],
  )
  return { id, slug }
}

/** A grid of its own beside the ground's, with one building: what is redrawn is nobody else's. @returns their paths */
export async function plantGrid({ admin }: Db, ground: Ground): Promise<{ grid: string; building: string }> {
  const code = `g${newSlug()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8)}`
  const grid = `${ground.community}${code}/`
  const building = `${grid}b1/`
  for (const [path, parent, level] of [
    [grid, ground.community, 'grid'],
    [building, grid, 'building'],
  ] as const)
    await admin.query(
      `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
      [ground.region, newId(), path, parent, level, path.split('/').at(-2), `${code}${level}`, newSlug()],
    )
  return { grid, building }
}

export async function plantRedraw({ admin }: Db, ground: Ground): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into area_redraws (region_id, id, kind, path, reason, by_person, areas, households, people, posts, orders, at)
     values ($1, $2, 'move', $3, '户数太多', $4, 1, 0, 0, 0, 0, now())`,
    [ground.region, id, ground.community, newId()],
  )
  return id
}

export async function plantPartyBody({ admin }: Db, ground: Ground): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into party_bodies (region_id, id, kind, name, area_path, from_on) values ($1, $2, 'teamBranch', $3, $4, current_date)`,
    [ground.region, id, `党支部${id.slice(-6)}`, ground.path],
  )
  return id
}

/** A long import under way, by somebody or by nobody that is known. */
export async function plantRun({ admin }: Db, ground: Ground, by = newId()): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into register_runs (region_id, id, register, by_person, state, started_at, beat_at) values ($1, $2, 'areas', $3, 'checking', now(), now())`,
    [ground.region, id, by],
  )
  return id
}

/** Another name of the ground's building. */
export async function plantAlias({ admin }: Db, ground: Ground): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into area_aliases (region_id, id, path, alias, kind, from_at) values ($1, $2, $3, $4, 'nickname', now())`,
    [ground.region, id, ground.path, `老楼${id.slice(-8)}`],
  )
  return id
}

export async function plantTeam(
  { admin }: Db,
  ground: Ground,
  kind: string,
  member?: string,
  isAsked = false,
): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into teams (region_id, id, kind, name, path, opened_at) values ($1, $2, $3, '服务队', $4, now())`,
    [ground.region, id, kind, ground.path],
  )
  if (member)
    await admin.query(
      `insert into team_members (region_id, id, team_id, person_id, from_at, is_asked) values ($1, $2, $3, $4, now(), $5)`,
      [ground.region, newId(), id, member, isAsked],
    )
  return id
}

export async function plantPost(
  { admin }: Db,
  ground: Ground,
  post: string,
  holder: string,
): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on) values ($1, $2, $3, $4, $5, current_date)`,
    [ground.region, id, holder, post, ground.path],
  )
  return id
}

/** A posted entry from the community's issuer to a neighbour, with balances that fit it. */
export async function plantEntry({ admin }: Db, ground: Ground, personId: string): Promise<string> {
  const [id, account] = [newId(), newId()]
  const issuer = await admin.query<{ id: string }>(
    `insert into point_accounts (region_id, id, kind, community, balance, opened_at) values ($1, $2, 'issuer', $3, -10, now())
     on conflict (region_id, community) where kind = 'issuer' do update set balance = point_accounts.balance - 10 returning id`,
    [ground.region, newId(), ground.community],
  )
  await admin.query(
    `insert into point_accounts (region_id, id, kind, person_id, community, balance, opened_at) values ($1, $2, 'person', $3, $4, 10, now())`,
    [ground.region, account, personId, ground.community],
  )
  await admin.query(
    `insert into point_entries (region_id, id, phase, kind, debit_account, credit_account, amount, order_id, round, at) values ($1, $2, 'posted', 'earn', $3, $4, 10, $5, 1, now())`,
    [ground.region, id, issuer.rows[0]?.id, account, newId()],
  )
  return id
}

export async function plantNotice({ admin }: Db, region: number, personId: string): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into notices (region_id, id, person_id, kind, facts, dedupe_key, at) values ($1, $2, $3, 'orderAccepted', '{"number":"M0"}', $4, now())`,
    [region, id, personId, id],
  )
  return id
}

export async function plantView({ admin }: Db, region: number, personId: string): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into saved_views (region_id, id, person_id, name, filters, created_at) values ($1, $2, $3, '视图', '{}', now())`,
    [region, id, personId],
  )
  return id
}

export async function plantSession(
  { admin }: Db,
  region: number,
  of: { accountId: string; personId: string },
): Promise<string> {
  const id = newId()
  await admin.query(`insert into accounts (id, created_at) values ($1, now()) on conflict do nothing`, [
    of.accountId,
  ])
  await admin.query(
    `insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $5, now(), now(), now() + interval '1 day')`,
    [id, Buffer.from(id), of.accountId, region, of.personId],
  )
  return id
}

/** A passkey that no device has: to be listed and removed. */
export async function plantPasskey({ admin }: Db, accountId: string): Promise<string> {
  const id = newId()
  await admin.query(`insert into accounts (id, created_at) values ($1, now()) on conflict do nothing`, [
    accountId,
  ])
  await admin.query(
    `insert into passkeys (id, account_id, credential_id, public_key, counter, name, created_at) values ($1, $2, $3, '', 0, '手机', now())`,
    [id, accountId, Buffer.from(id)],
  )
  return id
}

/** A file's row; its bytes are those that were uploaded once under `storageKey`. */
export async function plantFile(
  { admin }: Db,
  ground: Ground,
  storageKey: string,
  of: { personId: string; orderId?: string },
): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, order_id, at) values ($1, $2, 'photo', 'image/webp', 1, '', $3, $4, $5, now())`,
    [ground.region, id, storageKey, of.personId, of.orderId ?? null],
  )
  return id
}

export async function plantHousehold({ admin, house }: Db, ground: Ground): Promise<string> {
  const id = newId()
  const address = canaryText(ground, '门牌')
  await admin.query(
    `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [
      ground.region,
      id,
      ground.path,
      `${canaryText(ground, '室')}·${id.slice(-8)}`,
      house.crypto.encryptField(address, `households.address:${ground.region}:${id}`),
      house.crypto.lookUp(id),
    ],
  )
  return id
}
