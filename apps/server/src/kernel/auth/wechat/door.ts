import { auditStatement } from '../../audit/audit.ts'
import type { CryptoProvider } from '../../crypto/provider.ts'
import type { Database } from '../../db/database.ts'
import type { ProblemKind } from '../../problem.ts'
import type { FindPerson } from '../accounts.ts'
import { systemScope } from '../actor.ts'
import type { Codes } from '../codes.ts'
import type { WeChatSettings } from '../doorSettings.ts'
import { accountByIdentity, bind, type Identity } from '../doors/identities.ts'
import { wayLost, wechatTaken } from '../doors/problems.ts'
import type { Tickets } from '../doors/tickets.ts'
import { accountClosed, staffDoor } from '../problems.ts'
import { createSession, type NewSession } from '../sessions.ts'
import { refuseSignIn, signInStatement } from '../signIns.ts'
import type { OfficialAccount } from './officialAccount.ts'

/** The page of hand that WeChat comes back to. */
const RETURN_PAGE = '/sign-in/wechat'

export type WeChatNeeds = {
  readonly db: Database
  readonly crypto: CryptoProvider
  readonly tickets: Tickets
  readonly codes: Codes
  readonly findPerson: FindPerson
}
/** Came in, or must prove a phone first: the cookie then holds the ticket for that. */
export type CameBack = { readonly next: string } & ({ session: NewSession } | { cookie: string })

export type WeChatDoor = {
  start(publicUrl: string, next: string): Promise<{ url: string; cookie: string }>
  /** @throws wayLost, wechatPreview, wechatSilent, staffDoor, accountClosed */
  finish(region: number, cookie: string | undefined, back: { code: string; state: string }): Promise<CameBack>
  /** Binds the WeChat that waits to the account of a phone, by its code. @throws wayLost, wrongCode, staffDoor, accountClosed, wechatTaken */
  bind(
    region: number,
    cookie: string | undefined,
    proof: { phone: string; code: string },
  ): Promise<{ session: NewSession; next: string }>
}

/** Signing in by WeChat: whoever is known comes in, whoever is not proves a phone once. */
export function weChatDoor(
  settings: WeChatSettings,
  account: OfficialAccount,
  needs: WeChatNeeds,
): WeChatDoor {
  const { db, crypto, tickets, codes } = needs
  return {
    start: async (publicUrl, next) => {
      const { ticket, cookie } = await tickets.issue('wechat', next, {})
      return { url: account.wayTo(`${publicUrl}${RETURN_PAGE}`, ticket.id), cookie }
    },
    finish: async (region, cookie, { code, state }) => {
      const ticket = tickets.read('wechat', cookie)
      if (ticket.id !== state) throw wayLost()
      await db.globalTransaction((tx) => tickets.spend(tx, ticket)) // before the code leaves: one return, one exchange
      const subject = await account.openidOf(code)
      const session = await enter(needs, region, { door: 'wechat', issuer: settings.appId, subject })
      if (typeof session === 'function') throw session()
      if (session) return { session, next: ticket.next }
      const waiting = await tickets.issue('bindWeChat', ticket.next, { subject })
      return { cookie: waiting.cookie, next: ticket.next }
    },
    bind: async (region, cookie, { phone, code }) => {
      const ticket = tickets.read('bindWeChat', cookie)
      const identity: Identity = { door: 'wechat', issuer: settings.appId, subject: ticket.subject }
      const session = await codes.redeem(region, phone, code, async (tx, { accountId, personId }) => {
        await tickets.spend(tx, ticket)
        if (!(await bind(tx, crypto, accountId, identity))) throw wechatTaken()
        await tx.query(
          auditStatement(
            { region, accountId, personId },
            { action: 'bindWeChat', subjectKind: 'account', subjectId: accountId },
          ),
        )
      })
      return { session, next: ticket.next }
    },
  }
}

/** A session for a known identity. Undefined when it is unknown, or its account has nobody in this region: then the phone says who it is. */
const enter = ({ db, crypto, findPerson }: WeChatNeeds, region: number, identity: Identity) =>
  db.transaction(systemScope(region), async (tx): Promise<NewSession | ProblemKind | undefined> => {
    const account = await accountByIdentity(tx, crypto, identity)
    if (!account) return undefined
    const refuse = (why: ProblemKind) =>
      refuseSignIn(tx, { region, accountId: account.id }, 'signInWithWeChat', why)
    if (account.isClosed) return refuse(accountClosed)
    if (account.isStaff) return refuse(staffDoor)
    const personId = await findPerson(tx, region, account.id)
    if (!personId) return undefined
    await tx.query(signInStatement({ region, accountId: account.id, personId }, 'signInWithWeChat', true))
    return createSession(tx, { accountId: account.id, region, personId }, 'wechat')
  })
