import { signInEndpoints } from '@linli/contract/kernel/endpoints'
import type { MyFace, SignedIn } from '@linli/contract/kernel/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { type Database, Refused } from '../db/database.ts'
import { type HandlerRequest, type Room, room } from '../http/room.ts'
import { notFound } from '../problem.ts'
import type { Actor } from './actor.ts'
import type { Codes } from './codes.ts'
import { siteOf } from './passkeys/verify.ts'
import type { Passwords } from './passwords.ts'
import { signInPolicy } from './policy.ts'
import { type NewSession, revokeOthersStatement, type Sessions, settleInStatement } from './sessions.ts'

export type SignInRoomOptions = {
  db: Database
  sessions: Sessions
  codes: Codes
  passwords: Passwords
  /** The person's name, from the people room. */
  nameOf(actor: Actor): Promise<string>
  /** Whether a code is shown on the screen: the demo, and nowhere else. */
  showCodes: boolean
}

/** Signing in and out and one's own sessions, as the server registers them. */
export function signInRoom(options: SignInRoomOptions): Room {
  const { sessions, codes, passwords } = options
  return room({
    name: 'signIn',
    endpoints: signInEndpoints,
    policy: signInPolicy,
    handlers: {
      requestCode: async ({ region, body }) => {
        const code = await codes.request(region, body.phone)
        return { secondsToLive: 300, secondsToNext: 60, ...(options.showCodes ? { demoCode: code } : {}) }
      },
      signInWithCode: async (request) =>
        welcome(options, await codes.redeem(request.region, request.body.phone, request.body.code), request),
      signInWithPassword: async (request) =>
        welcome(
          options,
          await passwords.signIn(request.region, request.body, siteOf(request.publicUrl)),
          request,
        ),
      signOut: async ({ visitor, clearSession }) => {
        if (visitor) await sessions.revoke(visitor.accountId, visitor.sessionId)
        clearSession()
        return null
      },
      whoAmI: ({ me }) => faceOf(options, me),
      listSessions: async ({ me }) => {
        const living = await sessions.list(me.accountId)
        return { items: living.map((session) => ({ ...session, isThis: session.id === me.sessionId })) }
      },
      revokeSession: async (request) => {
        await revokeOwn(options.db, request)
        sessions.forget(request.params.id)
        return null
      },
      revokeOtherSessions: async ({ me, scope, remember }) => {
        await options.db.commit(scope, [remember(null), revokeOthersStatement(me.accountId, me.sessionId)])
        sessions.forget(me.accountId)
        return null
      },
    },
  })
}

type SignInRequest = { body: { bearer?: boolean }; setSession(token: string, expiresAt: string): void }

/** What follows every sign-in, by whatever door: the device is noted, and the session that was here before ends. */
export async function welcome(
  { db, sessions }: Pick<SignInRoomOptions, 'db' | 'sessions'>,
  session: NewSession,
  request: SignInRequest & { visitor: Actor | undefined; device: string | undefined },
): Promise<Static<typeof SignedIn>> {
  const before = request.visitor?.sessionId
  await db.global(settleInStatement(session.sessionId, { device: request.device, before }))
  if (before) sessions.forget(before)
  return handOver(session, request)
}

/** The token goes into the cookie, or into the answer for a page that keeps it itself; never into both. */
export function handOver(
  { token, expiresAt }: NewSession,
  { body, setSession }: SignInRequest,
): Static<typeof SignedIn> {
  if (body.bearer) return { expiresAt, token }
  setSession(token, expiresAt)
  return { expiresAt }
}

async function faceOf({ db, nameOf }: SignInRoomOptions, me: Actor): Promise<Static<typeof MyFace>> {
  const [[region], name] = await Promise.all([
    db.global<{ name: { zh: string; en: string } }>(sql`select name from regions where id = ${me.region}`),
    nameOf(me),
  ])
  if (!region) throw notFound()
  return {
    person: { id: me.personId, name },
    region: { id: me.region, name: region.name },
    roles: me.grants.map(({ role, areaPath, unitId }) => ({ role, areaPath, unitId })),
    units: [...me.units],
    teams: [...me.teams],
    due: me.due ?? null,
  }
}

/** The answer is kept first: ending the very session that asks would otherwise refuse it. */
async function revokeOwn(
  db: Database,
  { me, scope, params, remember }: HandlerRequest<(typeof signInEndpoints)['revokeSession']>,
): Promise<void> {
  const revoke = sql`with ended as (
      update sessions set revoked_at = coalesce(revoked_at, app_now())
      where id = ${params.id} and account_id = ${me.accountId} returning 1)
    select refuse('noSession') where not exists (select from ended)`
  try {
    await db.commit(scope, [remember(null), revoke])
  } catch (error) {
    if (error instanceof Refused && error.code === 'noSession') throw notFound()
    throw error
  }
}
