import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import sql from 'sql-template-tag'
import { auditStatement } from '../../audit/audit.ts'
import type { Database, Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import type { ProblemKind } from '../../problem.ts'
import type { FindPerson } from '../accounts.ts'
import { type Actor, scopeOf, systemScope } from '../actor.ts'
import { accountClosed, passkeyKnown, passkeysFull, staffDoor, wrongPasskey } from '../problems.ts'
import { createSession, type NewSession, revokeOthersStatement } from '../sessions.ts'
import { refuseSignIn, signInStatement } from '../signIns.ts'
import { type Asked, newQuestion, QUESTION_SECONDS, takeQuestion } from './questions.ts'
import {
  ALGORITHMS,
  type Answer,
  challengeIn,
  counterOf,
  type NewAnswer,
  newCredential,
  type Site,
} from './verify.ts'

const NAME = '邻里 Linli'
const MOST_PASSKEYS = 10
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'))
const handleOf = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'))

export type PasskeyView = {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly usedAt: string | null
}
export type Passkeys = {
  list(accountId: string): Promise<PasskeyView[]>
  /** What a browser is to ask a device that gets a new passkey. @param name shown by the device beside the key */
  askNew(me: Actor, site: Site, name: string): Promise<object>
  /** Keeps a new passkey. @returns its id @throws wrongPasskey, passkeyKnown, passkeysFull */
  add(me: Actor, site: Site, passkey: { name: string; answer: NewAnswer }): Promise<string>
  /** What a browser is to ask: any passkey of the site at sign-in, one of one's own to prove. */
  ask(site: Site, asked: Asked): Promise<object>
  /** Residents sign in with a passkey alone. @throws wrongPasskey, accountClosed, staffDoor */
  signIn(region: number, site: Site, answer: Answer): Promise<NewSession>
}

export function openPasskeys({ db, findPerson }: { db: Database; findPerson: FindPerson }): Passkeys {
  return {
    list: (accountId) => listOf(db, accountId),
    askNew: async (me, { host }, name) => {
      const question = newQuestion({
        purpose: 'addPasskey',
        accountId: me.accountId,
        sessionId: me.sessionId,
      })
      const [, own] = await db.globalTransaction(async (tx) => [
        await tx.query(question.keep),
        await credentialsOf(tx, me.accountId),
      ])
      return generateRegistrationOptions({
        rpName: NAME,
        rpID: host,
        userName: name,
        userDisplayName: name,
        userID: handleOf(me.accountId),
        challenge: bytes(question.challenge),
        timeout: QUESTION_SECONDS * 1000,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: (own ?? []).map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },
    add: (me, site, passkey) => add(db, me, site, passkey),
    ask: async ({ host }, asked) => {
      const question = newQuestion(asked)
      const allowed = await db.globalTransaction(async (tx) => {
        await tx.query(question.keep)
        return asked.accountId ? credentialsOf(tx, asked.accountId) : []
      })
      return generateAuthenticationOptions({
        rpID: host,
        challenge: bytes(question.challenge),
        timeout: QUESTION_SECONDS * 1000,
        userVerification: 'required',
        allowCredentials: allowed.map((id) => ({ id })),
      })
    },
    signIn: (region, site, answer) => signIn(db, findPerson, region, site, answer),
  }
}

async function listOf(db: Database, accountId: string): Promise<PasskeyView[]> {
  return db.global<PasskeyView>(sql`select id, name, created_at as "createdAt", used_at as "usedAt"
    from passkeys where account_id = ${accountId} order by created_at, id`)
}

async function credentialsOf(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.query<{ credential_id: Buffer }>(
    sql`select credential_id from passkeys where account_id = ${accountId} order by created_at`,
  )
  return rows.map((row) => row.credential_id.toString('base64url'))
}

async function add(
  db: Database,
  me: Actor,
  site: Site,
  { name, answer }: { name: string; answer: NewAnswer },
): Promise<string> {
  const asked: Asked = { purpose: 'addPasskey', accountId: me.accountId, sessionId: me.sessionId }
  const credential = await newCredential(site, answer)
  const id = newId()
  const outcome = await db.transaction(scopeOf(me), async (tx) => {
    const wasAsked = await takeQuestion(tx, challengeIn(answer.clientDataJSON), asked)
    if (!wasAsked || !credential) return wrongPasskey // returned, not thrown: the question stays used up
    // The account's row is the queue: two at once cannot both be the tenth.
    await tx.query(sql`select from accounts where id = ${me.accountId} for update`)
    const [count] = await tx.query<{ n: number }>(
      sql`select count(*) as n from passkeys where account_id = ${me.accountId}`,
    )
    if ((count?.n ?? 0) >= MOST_PASSKEYS) return passkeysFull
    const kept =
      await tx.query(sql`insert into passkeys (id, account_id, credential_id, public_key, counter, name, created_at)
      values (${id}, ${me.accountId}, ${Buffer.from(credential.id, 'base64url')}, ${Buffer.from(credential.publicKey)}, ${credential.counter}, ${name.trim()}, app_now())
      on conflict (credential_id) do nothing returning id`)
    if (kept.length === 0) return passkeyKnown
    // A password alone had opened the other sessions.
    if (me.due === 'factor') await tx.query(revokeOthersStatement(me.accountId, me.sessionId))
    await tx.query(
      auditStatement(me, { action: 'addPasskey', subjectKind: 'account', subjectId: me.accountId }),
    )
    return undefined
  })
  if (outcome) throw outcome()
  return id
}

type Kept = { id: string; account_id: string; public_key: Buffer; counter: number }

/** Uses a question and its answer up in the caller's transaction, which must commit either way. @returns whose passkey answered, if rightly */
export async function spendPasskey(
  tx: Tx,
  site: Site,
  answer: Answer,
  asked: Asked,
): Promise<string | undefined> {
  const wasAsked = await takeQuestion(tx, challengeIn(answer.clientDataJSON), asked)
  const [kept] = await tx.query<Kept>(sql`select id, account_id, public_key, counter from passkeys
    where credential_id = ${Buffer.from(answer.id, 'base64url')} for update`)
  if (!wasAsked || !kept || !isOwner(kept.account_id, answer, asked)) return undefined
  const counter = await counterOf(site, answer, {
    id: answer.id,
    publicKey: new Uint8Array(kept.public_key),
    counter: kept.counter,
  })
  if (counter === undefined) return undefined
  await tx.query(sql`update passkeys set counter = ${counter}, used_at = app_now() where id = ${kept.id}`)
  return kept.account_id
}

/** Whom the question was put to owns the key, and the device says so too, where it says anything. */
function isOwner(accountId: string, { userHandle }: Answer, asked: Asked): boolean {
  if (asked.accountId && asked.accountId !== accountId) return false
  // Where nobody is known yet the device must name the account itself (WebAuthn Level 3, 7.2 step 6).
  if (userHandle === undefined) return asked.accountId !== undefined
  return Buffer.from(userHandle, 'base64url').equals(Buffer.from(handleOf(accountId)))
}

async function signIn(
  db: Database,
  findPerson: FindPerson,
  region: number,
  site: Site,
  answer: Answer,
): Promise<NewSession> {
  const outcome = await db.transaction(systemScope(region), async (tx) => {
    const accountId = await spendPasskey(tx, site, answer, { purpose: 'signInWithPasskey' })
    const refuse = (why: ProblemKind) => refuseSignIn(tx, { region, accountId }, 'signInWithPasskey', why)
    if (!accountId) return refuse(wrongPasskey)
    const [account] = await tx.query<{ is_staff: boolean; is_closed: boolean }>(
      sql`select login is not null as is_staff, disabled_at is not null as is_closed from accounts where id = ${accountId}`,
    )
    if (!account || account.is_closed) return refuse(accountClosed)
    if (account.is_staff) return refuse(staffDoor)
    const personId = await findPerson(tx, region, accountId)
    if (!personId) return refuse(wrongPasskey)
    await tx.query(signInStatement({ region, accountId, personId }, 'signInWithPasskey', true))
    return createSession(tx, { accountId, region, personId }, 'passkey')
  })
  if (typeof outcome === 'function') throw outcome()
  return outcome
}
