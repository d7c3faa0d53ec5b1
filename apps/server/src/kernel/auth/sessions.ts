import sql, { type Sql } from 'sql-template-tag'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { type Actor, type Grant, systemScope } from './actor.ts'
import { actorCache } from './actorCache.ts'
import { hashToken, newToken } from './tokens.ts'

/** Which door somebody came in by: it decides how long the session lives. */
export type Door = 'phone' | 'password'

// ASVS 5.0 7.3: an absolute end and an end when unused. Residents keep their phone; a desk is left standing open.
const LIFE: Record<Door, string> = { phone: '30 days', password: '12 hours' }
const idleLimit = sql`(case when expires_at - created_at <= interval '12 hours' then interval '2 hours' else interval '30 days' end)`
const living = sql`revoked_at is null and expires_at > app_now() and seen_at > app_now() - ${idleLimit}`

export type NewSession = { readonly token: string; readonly sessionId: string; readonly expiresAt: string }
export type SessionView = {
  readonly id: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
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
  const [row] = await tx.query<{ expires_at: string }>(sql`
    insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at)
    values (${sessionId}, ${hashToken(token)}, ${accountId}, ${region}, ${personId}, app_now(), app_now(), app_now() + ${LIFE[door]}::interval)
    returning expires_at`)
  if (!row) throw new Error('the session was not written')
  return { token, sessionId, expiresAt: row.expires_at }
}

/** Ends all sessions of an account; in the same transaction as a new password or a closed account. */
export const revokeAllStatement = (accountId: string): Sql =>
  sql`update sessions set revoked_at = app_now() where account_id = ${accountId} and revoked_at is null`

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

export function openSessions(db: Database): Sessions {
  const cache = actorCache((hash) => readActor(db, hash))
  return {
    resolve: async (token) => {
      const hash = hashToken(token)
      return hash ? cache.get(hash) : undefined
    },
    present: async (sessionIds) => {
      const sessions = await livingSessions(db, sql`id = any(${[...sessionIds]}::uuid[])`)
      return new Map((await actorsOf(db, sessions)).map((actor) => [actor.sessionId, actor]))
    },
    list: async (accountId) => {
      const rows = await db.global<{ id: string; created_at: string; seen_at: string; expires_at: string }>(
        sql`select id, created_at, seen_at, expires_at from sessions where account_id = ${accountId} and ${living} order by created_at desc, id desc limit 100`,
      )
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
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

type SessionRow = { id: string; account_id: string; region_id: number; person_id: string; stale: boolean }
type GrantRow = { role: Grant['role']; area_path: string | null; unit_id: string | null }

async function readActor(db: Database, tokenHash: Buffer): Promise<Actor | undefined> {
  const [session] = await livingSessions(db, sql`token_hash = ${tokenHash}`)
  if (!session) return undefined
  if (session.stale)
    await db.global(sql`update sessions set seen_at = app_now() where id = ${session.id} and ${living}`)
  const [actor] = await actorsOf(db, [session])
  return actor
}

const livingSessions = (db: Database, which: Sql): Promise<SessionRow[]> =>
  db.global<SessionRow>(sql`
    select id, account_id, region_id, person_id, seen_at < app_now() - interval '5 minutes' as stale
    from sessions where ${which} and ${living}
      and exists (select from accounts where accounts.id = sessions.account_id and disabled_at is null)`)

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
          where region_id = ${region} and person_id = s.person_id and to_at is null), '[]') as teams
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
  }
}
