import type { CryptoProvider } from '../../crypto/provider.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { FindPerson } from '../accounts.ts'
import { systemScope } from '../actor.ts'
import type { SingleSignOnSettings } from '../doorSettings.ts'
import { accountByIdentity, bindFirst, type Identity, unboundAccount } from '../doors/identities.ts'
import { notAdmitted, wayLost, wrongFactor } from '../doors/problems.ts'
import type { Tickets } from '../doors/tickets.ts'
import { createSession, type NewSession } from '../sessions.ts'
import { signInStatement } from '../signIns.ts'
import type { CameBack } from '../wechat/door.ts'
import { freshSecrets, type Named, type Provider } from './provider.ts'
import { countTry, rightStep, useStep } from './secondFactor.ts'

/** The page of desk that the provider comes back to. */
const RETURN_PAGE = '/desk/sign-in/single-sign-on'
/** As the audit names a try. */
const ACTION = 'signInBySingleSignOn'

export type SingleSignOnNeeds = {
  readonly db: Database
  readonly crypto: CryptoProvider
  readonly tickets: Tickets
  readonly findPerson: FindPerson
}

export type SingleSignOnDoor = {
  /** @throws providerSilent */
  start(publicUrl: string, next: string): Promise<{ url: string; cookie: string }>
  /** @throws wayLost, providerSilent, notAdmitted */
  finish(
    region: number,
    publicUrl: string,
    cookie: string | undefined,
    back: { code: string; state: string; iss?: string },
  ): Promise<CameBack>
  /** The one-time code after a name that the provider vouched for by one factor only. @throws wayLost, wrongFactor, notAdmitted */
  confirm(
    region: number,
    cookie: string | undefined,
    code: string,
  ): Promise<{ session: NewSession; next: string }>
}

/** Single sign-on for staff: the provider says who it is; that there is such a staff account is ours to say. */
export function singleSignOnDoor(
  settings: SingleSignOnSettings,
  provider: Provider,
  needs: SingleSignOnNeeds,
): SingleSignOnDoor {
  const { db, crypto, tickets } = needs
  const { issuer } = settings
  return {
    start: async (publicUrl, next) => {
      const secrets = freshSecrets()
      const { ticket, cookie } = await tickets.issue('singleSignOn', next, secrets)
      const url = await provider.wayTo(`${publicUrl}${RETURN_PAGE}`, { ...secrets, state: ticket.id })
      return { url, cookie }
    },
    finish: async (region, publicUrl, cookie, { code, state, iss }) => {
      const ticket = tickets.read('singleSignOn', cookie)
      if (ticket.id !== state) throw wayLost()
      await db.globalTransaction((tx) => tickets.spend(tx, ticket))
      const { nonce, verifier, next } = ticket
      const named = await provider.nameOf(
        `${publicUrl}${RETURN_PAGE}`,
        { state, nonce, verifier },
        { code, ...(iss ? { iss } : {}) },
      )
      const identity: Identity = { door: 'singleSignOn', issuer, subject: named.subject }
      const met = await meet(needs, region, identity, named)
      if (!met) throw notAdmitted()
      if ('session' in met) return { session: met.session, next }
      const { accountId, isNew } = met
      const kept = { accountId, isNew, subject: named.subject }
      const waiting = await tickets.issue('secondFactor', next, kept)
      return { cookie: waiting.cookie, next }
    },
    confirm: async (region, cookie, code) => {
      const ticket = tickets.read('secondFactor', cookie)
      const identity: Identity = { door: 'singleSignOn', issuer, subject: ticket.subject }
      const tried = await countTry(db, ticket.accountId)
      const step = tried && rightStep(crypto, tried, code)
      const session = await db.transaction(systemScope(region), async (tx) => {
        const isRight = step !== undefined && (await useStep(tx, ticket.accountId, step))
        if (!isRight) {
          await tx.query(signInStatement({ region, accountId: ticket.accountId }, ACTION, false))
          return undefined // returned, not thrown: that it was tried is kept
        }
        await tickets.spend(tx, ticket)
        const personId = await needs.findPerson(tx, region, ticket.accountId)
        if (!personId) throw notAdmitted()
        return enter(tx, crypto, region, { ...ticket, personId }, identity)
      })
      if (!session) throw wrongFactor()
      return { session, next: ticket.next }
    },
  }
}

/** `isNew`: named by the login claim, and not bound yet. */
type Owner = { readonly accountId: string; readonly isNew: boolean }
type Met = { readonly session: NewSession } | Owner

/** Who was named, if that is somebody who works here: a session, or the account that owes its second factor. */
function meet(
  { db, crypto, findPerson }: SingleSignOnNeeds,
  region: number,
  identity: Identity,
  { login, isStrong }: Named,
): Promise<Met | undefined> {
  return db.transaction(systemScope(region), async (tx) => {
    const known = await accountByIdentity(tx, crypto, identity)
    const account = known ?? (login === undefined ? undefined : await unboundAccount(tx, login))
    const personId = account ? await findPerson(tx, region, account.id) : undefined
    if (!account?.isStaff || account.isClosed || !personId) {
      await tx.query(signInStatement({ region, accountId: account?.id, personId }, ACTION, false))
      return undefined
    }
    const owner = { accountId: account.id, isNew: !known }
    if (!isStrong) return owner
    return { session: await enter(tx, crypto, region, { ...owner, personId }, identity) }
  })
}

/** Opens the session, and binds who came by the login claim, so that a login given to somebody else later opens nothing. */
async function enter(
  tx: Tx,
  crypto: CryptoProvider,
  region: number,
  { accountId, isNew, personId }: Owner & { readonly personId: string },
  identity: Identity,
): Promise<NewSession> {
  const bound = await accountByIdentity(tx, crypto, identity)
  const isTheirs = bound
    ? bound.id === accountId
    : isNew && (await bindFirst(tx, crypto, accountId, identity))
  if (!isTheirs) throw notAdmitted()
  await tx.query(signInStatement({ region, accountId, personId }, ACTION, true))
  return createSession(tx, { accountId, region, personId }, 'singleSignOn')
}
