import type { Words } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { type Actor, type Due, type Grant, systemScope } from './actor.ts'
import { actorCache } from './actorCache.ts'
import { deviceWords } from './device.ts'
import { dueColumn } from './due.ts'
import { SECURITY_PROFILES, type SecurityProfile } from './securityProfile.ts'
import { PROOF_SECONDS } from './stepUp.ts'
import { hashToken, newToken } from './tokens.ts'

const HOUR = 3600
const DAY = 24 * HOUR
type Life = {
  /** Seconds until it ends whatever happens, and until it ends unused (ASVS 5.0 7.3.1, 7.3.2; docs/decisions/0023). */
  readonly longest: number
  readonly idle: number
  /** Whether coming in by this door proves the person as a later proof would. */
  readonly proves: boolean
}
/** Residents keep their phone, and a shorter limit would keep out those who need the house seldom. */
const AT_HOME = { longest: 30 * DAY, idle: 30 * DAY }
/** A desk is left standing open. */
const AT_WORK = { longest: 12 * HOUR, idle: 2 * HOUR }
/** The doors somebody may come in by, with what follows for the session. Another party's word proves nothing of this moment. */
export const DOORS = {
  phone: { ...AT_HOME, proves: true },
  passkey: { ...AT_HOME, proves: true },
  wechat: { ...AT_HOME, proves: false },
  password: { ...AT_WORK, proves: true },
  singleSignOn: { ...AT_WORK, proves: false },
  guest: { ...AT_HOME, proves: false },
} as const satisfies { readonly [door: string]: Life }
export type Door = keyof typeof DOORS

const living = sql`revoked_at is null and expires_at > app_now() and seen_at > app_now() - make_interval(secs => idle_seconds)`

export type NewSession = { readonly token: string; readonly sessionId: string; readonly expiresAt: string }
export type SessionView = {
  readonly id: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  /** In what people call it; null where the house was not told. */
  readonly device: Words | null
}
type Owner = { readonly accountId: string; readonly region: number; readonly personId: string }

/** Opens a session in the caller's transaction; the token leaves once and is kept only as its hash. */
export async function createSession(
  tx: Tx,
  { accountId, region, personId }: Owner,
  door: Door,
): Promise<NewSession> {
  const token = newToken()
  const sessionId = newId()
  const { longest, idle, proves } = DOORS[door]
  const [row] = await tx.query<{ expires_at: string }>(sql`
    insert into sessions (id, token_hash, account_id, region_id, person_id, door, created_at, seen_at, expires_at, idle_seconds, proved_at)
    values (${sessionId}, ${hashToken(token)}, ${accountId}, ${region}, ${personId}, ${door}, app_now(), app_now(),
      app_now() + make_interval(secs => ${longest}), ${idle}, ${proves ? sql`app_now()` : sql`null`})
    returning expires_at`)
  if (!row) throw new Error('the session was not written')
  return { token, sessionId, expiresAt: row.expires_at }
}

/** Ends all sessions of an account; in the same transaction as a new password or a closed account. */
export const revokeAllStatement = (accountId: string): Sql =>
  sql`update sessions set revoked_at = app_now() where account_id = ${accountId} and revoked_at is null`

/** A session that was opened without a strong factor proves nothing. */
export const unprovedStatement = (sessionId: string): Sql =>
  sql`update sessions set proved_at = null where id = ${sessionId}`

/** Ends all sessions of an account but the one that asks. */
export const revokeOthersStatement = (accountId: string, sessionId: string): Sql =>
  sql`update sessions set revoked_at = app_now() where account_id = ${accountId} and id <> ${sessionId} and revoked_at is null`

/**
 * Notes that the person of a session has just shown a strong factor, and gives it a new token: the old one ends with this
 * transaction (ASVS 5.0 7.2.4). `sessions.forget(sessionId)` after the commit. Undefined when the session has ended.
 */
export async function renewProved(tx: Tx, sessionId: string): Promise<NewSession | undefined> {
  const token = newToken()
  const [row] = await tx.query<{ expires_at: string }>(sql`
    update sessions set token_hash = ${hashToken(token)}, proved_at = app_now(), seen_at = app_now()
    where id = ${sessionId} and ${living} returning expires_at`)
  return row && { token, sessionId, expiresAt: row.expires_at }
}

/**
 * Notes what a session was opened with, as `deviceOf` says it, and ends the one it takes the place of (ASVS 5.0 7.2.4).
 * `sessions.forget(before)` after it.
 */
export const settleInStatement = (
  sessionId: string,
  { device, before }: { device: string | undefined; before: string | undefined },
): Sql =>
  sql`update sessions set device = case when id = ${sessionId} then ${device ?? null} else device end,
      revoked_at = case when id = ${sessionId} then revoked_at else coalesce(revoked_at, app_now()) end
    where id = any(${[sessionId, ...(before ? [before] : [])]}::uuid[])`

export type Sessions = {
  /** Who a token speaks for, or undefined. Cached for three seconds: another instance's revocation is felt after that. */
  resolve(token: string): Promise<Actor | undefined>
  /** Who of these sessions is still there, and with which grants: one reading a region, past the cache. */
  present(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Actor>>
  /** The living sessions of an account, newest first. */
  list(accountId: string): Promise<SessionView[]>
  /** Ends one session of the account; false when there was none. */
  revoke(accountId: string, sessionId: string): Promise<boolean>
  /** To be called when grants, teams or sessions of an account changed. */
  forget(sessionOrAccountId: string): void
}

export function openSessions(db: Database, profile: SecurityProfile = SECURITY_PROFILES.standard): Sessions {
  const cache = actorCache((hash) => readActor(db, profile, hash))
  return {
    resolve: async (token) => {
      const hash = hashToken(token)
      return hash ? cache.get(hash) : undefined
    },
    present: async (sessionIds) => {
      const sessions = await livingSessions(db, profile, sql`sessions.id = any(${[...sessionIds]}::uuid[])`)
      return new Map((await actorsOf(db, sessions)).map((actor) => [actor.sessionId, actor]))
    },
    list: async (accountId) => {
      const rows = await db.global<{
        id: string
        created_at: string
        seen_at: string
        expires_at: string
        device: string | null
      }>(
        sql`select id, created_at, seen_at, expires_at, device from sessions where account_id = ${accountId} and ${living} order by created_at desc, id desc limit 100`,
      )
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
        device: deviceWords(row.device),
      }))
    },
    revoke: async (accountId, sessionId) => {
      const rows = await db.global(
        sql`update sessions set revoked_at = app_now() where id = ${sessionId} and account_id = ${accountId} and revoked_at is null returning id`,
      )
      cache.forget(sessionId)
      return rows.length === 1
    },
    forget: (id) => cache.forget(id),
  }
}

type SessionRow = {
  id: string
  account_id: string
  region_id: number
  person_id: string
  stale: boolean
  is_proved: boolean
  is_guest: boolean
  due: Due | null
}
type GrantRow = { role: Grant['role']; area_path: string | null; unit_id: string | null }

async function readActor(
  db: Database,
  profile: SecurityProfile,
  tokenHash: Buffer,
): Promise<Actor | undefined> {
  const [session] = await livingSessions(db, profile, sql`token_hash = ${tokenHash}`)
  if (!session) return undefined
  if (session.stale)
    await db.global(sql`update sessions set seen_at = app_now() where id = ${session.id} and ${living}`)
  const [actor] = await actorsOf(db, [session])
  return actor
}

/** A profile may close staff's sessions sooner than their row says, whichever door they came in by. */
const livingUnder = ({ idleSeconds }: SecurityProfile): Sql =>
  idleSeconds === null
    ? living
    : sql`${living} and (seen_at > app_now() - make_interval(secs => ${idleSeconds}) or (a.login is null and door <> 'singleSignOn'))`

/** Use is noted every five minutes, or more often where the limit is short. */
const livingSessions = (db: Database, profile: SecurityProfile, which: Sql): Promise<SessionRow[]> =>
  db.global<SessionRow>(sql`
    select sessions.id, account_id, region_id, person_id,
      seen_at < app_now() - make_interval(secs => least(300, idle_seconds / 10, ${profile.idleSeconds}::int / 10)) as stale,
      coalesce(proved_at > app_now() - make_interval(secs => ${PROOF_SECONDS}), false) as is_proved,
      door = 'guest' as is_guest, ${dueColumn(profile)}
    from sessions join accounts a on a.id = account_id and a.disabled_at is null where ${which} and ${livingUnder(profile)}`)

/** The people behind living sessions, with the grants, units and teams that hold now. */
async function actorsOf(db: Database, sessions: readonly SessionRow[]): Promise<Actor[]> {
  const regions = Map.groupBy(sessions, ({ region_id: region }) => region)
  const read = [...regions].map(async ([region, here]) => {
    const rows = await db.read<{ id: string; grants: GrantRow[]; teams: string[] }>(
      systemScope(region),
      sql`select s.id,
        coalesce((select json_agg(json_build_object('role', role, 'area_path', area_path, 'unit_id', unit_id) order by from_at, id)
          from grants where region_id = ${region} and account_id = s.account_id
            and from_at <= app_now() and (to_at is null or to_at > app_now())), '[]') as grants,
        coalesce((select json_agg(team_id order by team_id) from team_members
          where region_id = ${region} and person_id = s.person_id and to_at is null and not is_asked), '[]') as teams
      from unnest(${here.map(({ id }) => id)}::uuid[], ${here.map((one) => one.account_id)}::uuid[], ${here.map((one) => one.person_id)}::uuid[])
        as s(id, account_id, person_id)`,
    )
    const held = new Map(rows.map((row) => [row.id, row]))
    return here.map((session) => actorOf(session, held.get(session.id)))
  })
  return (await Promise.all(read)).flat()
}

function actorOf(session: SessionRow, held: { grants: GrantRow[]; teams: string[] } | undefined): Actor {
  const grants = (held?.grants ?? []).map((row) => ({
    role: row.role,
    areaPath: row.area_path,
    unitId: row.unit_id,
  }))
  return {
    region: session.region_id,
    accountId: session.account_id,
    personId: session.person_id,
    sessionId: session.id,
    grants,
    units: [...new Set(grants.flatMap((grant) => grant.unitId ?? []))],
    teams: held?.teams ?? [],
    isProved: session.is_proved,
    ...(session.is_guest ? { isGuest: true } : {}),
    ...(session.due ? { due: session.due } : {}),
  }
}
