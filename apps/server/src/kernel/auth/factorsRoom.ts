import { factorEndpoints } from '@linli/contract/kernel/endpoints'
import sql from 'sql-template-tag'
import { auditStatement } from '../audit/audit.ts'
import { Refused } from '../db/database.ts'
import { type HandlerRequest, type Room, room } from '../http/room.ts'
import type { Policy } from '../policy/policy.ts'
import { forbidden, notFound } from '../problem.ts'
import type { Actor } from './actor.ts'
import { confirmTotp } from './confirmTotp.ts'
import { handOver, welcome } from './http.ts'
import type { Passkeys } from './passkeys/passkeys.ts'
import { siteOf } from './passkeys/verify.ts'
import { openProofs, type ProofsOptions } from './stepUpProof.ts'
import { offerTotp } from './totp.ts'

export type FactorsRoomOptions = ProofsOptions & {
  readonly passkeys: Passkeys
  /** The person's name, from the people room: a device shows it beside the key. */
  nameOf(actor: Actor): Promise<string>
  /** Whether a code is shown on the screen: the demo, and nowhere else. */
  readonly showCodes: boolean
}

const policy: Policy<keyof typeof factorEndpoints> = {
  operations: {
    getProofWays: 'signedIn',
    sendProofCode: 'signedIn',
    askProofPasskey: 'signedIn',
    prove: 'signedIn',
    listPasskeys: 'signedIn',
    askNewPasskey: 'signedIn',
    addPasskey: 'signedIn',
    removePasskey: 'signedIn',
    askPasskey: 'public',
    signInWithPasskey: 'public',
    askNewTotp: 'signedIn',
    confirmTotp: 'signedIn',
  },
  whileDue: true,
  stepUp: ['askNewPasskey', 'addPasskey', 'removePasskey', 'askNewTotp', 'confirmTotp'],
}

/** Proofs of the person, passkeys and authenticators, as the server registers them. */
export function factorsRoom(options: FactorsRoomOptions): Room {
  const { passkeys } = options
  const proofs = openProofs(options)
  return room({
    name: 'factors',
    endpoints: factorEndpoints,
    policy,
    handlers: {
      getProofWays: ({ me }) => proofs.ways(me),
      sendProofCode: async ({ me }) => {
        const code = await proofs.sendCode(me)
        return { secondsToLive: 300, secondsToNext: 60, ...(options.showCodes ? { demoCode: code } : {}) }
      },
      askProofPasskey: async ({ me, publicUrl }) => {
        const asked = { purpose: 'prove', accountId: me.accountId, sessionId: me.sessionId } as const
        return { options: await passkeys.ask(siteOf(publicUrl), asked) }
      },
      prove: async (request) =>
        handOver(await proofs.prove(request.me, request.body, siteOf(request.publicUrl)), request),
      listPasskeys: async ({ me }) => ({ items: await passkeys.list(me.accountId) }),
      askNewPasskey: async ({ me, publicUrl }) => ({
        options: await passkeys.askNew(me, siteOf(publicUrl), (await options.nameOf(me)) || '邻里'),
      }),
      addPasskey: async ({ me, publicUrl, body }) => {
        const id = await passkeys.add(me, siteOf(publicUrl), body)
        options.sessions.forget(me.accountId) // a factor that was due is there
        return { id }
      },
      removePasskey: async (request) => {
        await removePasskey(options, request)
        options.sessions.forget(request.me.accountId)
        return null
      },
      askPasskey: async ({ publicUrl }) => ({
        options: await passkeys.ask(siteOf(publicUrl), { purpose: 'signInWithPasskey' }),
      }),
      signInWithPasskey: async (request) => {
        const { region, publicUrl, body } = request
        return welcome(options, await passkeys.signIn(region, siteOf(publicUrl), body.answer), request)
      },
      askNewTotp: async ({ me }) => {
        const offered = await options.db.globalTransaction((tx) => offerTotp(tx, options.crypto, me))
        if (!offered) throw forbidden()
        return offered
      },
      confirmTotp: async (request) => handOver(await confirmTotp(options, request.me, request.body), request),
    },
  })
}

type Removal = HandlerRequest<(typeof factorEndpoints)['removePasskey']>

async function removePasskey(
  { db }: FactorsRoomOptions,
  { me, scope, params, remember }: Removal,
): Promise<void> {
  const remove = sql`with removed as (
      delete from passkeys where id = ${params.id} and account_id = ${me.accountId} returning 1)
    select refuse('noPasskey') where not exists (select from removed)`
  const audit = auditStatement(me, {
    action: 'removePasskey',
    subjectKind: 'account',
    subjectId: me.accountId,
  })
  try {
    await db.commit(scope, [remember(null), remove, audit])
  } catch (error) {
    if (error instanceof Refused && error.code === 'noPasskey') throw notFound()
    throw error
  }
}
