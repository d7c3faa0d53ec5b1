import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import sql from 'sql-template-tag'
import { createStaffAccount } from '../../apps/server/src/kernel/auth/accounts.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { type Codes, openCodes } from '../../apps/server/src/kernel/auth/codes.ts'
import type { DoorSettings } from '../../apps/server/src/kernel/auth/doorSettings.ts'
import { doorRooms } from '../../apps/server/src/kernel/auth/doors/http.ts'
import { openSessions } from '../../apps/server/src/kernel/auth/sessions.ts'
import { enrolTotp } from '../../apps/server/src/kernel/auth/totp.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import type { Tx } from '../../apps/server/src/kernel/db/database.ts'
import { createServer } from '../../apps/server/src/kernel/http/serve.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { createHub } from '../../apps/server/src/kernel/live/hub.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** The address the house stands at in the tests; nothing listens there, the other side only sends people back to it. */
export const HOME = 'http://127.0.0.1:9'
const crypto = softwareProvider(randomBytes(32))

export type DoorsKit = {
  readonly kit: TestDatabase
  readonly app: FastifyInstance
  readonly codes: Codes
  /** What the operators were told. */
  readonly warned: object[]
  /** Deletes what has served its purpose. */
  sweep(): Promise<void>
  close(): Promise<void>
}

/** The doors behind the real web server, on a database of its own. */
export async function openDoors(settings: Partial<DoorSettings>, showCodes = true): Promise<DoorsKit> {
  const kit = await testDatabase()
  const { db } = kit
  const warned: object[] = []
  const sessions = openSessions(db)
  const codes = openCodes({
    db,
    crypto,
    sender: { send: async () => {} },
    accountOfNumber: async () => undefined,
    findOrCreatePerson: personFor,
  })
  const whole = { codeSender: undefined, codesPerDay: 1000, wechat: undefined, singleSignOn: undefined }
  const doors = doorRooms({
    db,
    crypto,
    sessions,
    codes,
    findPerson,
    settings: { ...whole, ...settings },
    showCodes,
    warn: (line) => warned.push(line),
  })
  const app = await createServer({
    db,
    rooms: doors.rooms,
    hub: createHub(),
    resolveSession: sessions.resolve,
    defaultRegion: () => 1,
    publicUrl: HOME,
    secureCookies: true,
    frames: false,
    afterCommand: () => {},
    log: false,
  })
  return {
    kit,
    app,
    codes,
    warned,
    sweep: doors.sweep,
    close: async () => {
      await app.close()
      await kit.close()
    },
  }
}

async function findPerson(tx: Tx, region: number, accountId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    sql`select id from people where region_id = ${region} and account_id = ${accountId}::uuid`,
  )
  return row?.id
}

async function personFor(tx: Tx, region: number, accountId: string): Promise<string> {
  const known = await findPerson(tx, region, accountId)
  if (known) return known
  const id = newId()
  await tx.query(
    sql`insert into people (region_id, id, account_id, name, created_at) values (${region}, ${id}, ${accountId}, '', app_now())`,
  )
  return id
}

export type Worker = { readonly accountId: string; readonly login: string; readonly secret: string }

/** A staff account with an authenticator and, unless it works elsewhere, a person in region 1. */
export async function worker({ db }: TestDatabase, isHere = true): Promise<Worker> {
  const login = `w${randomBytes(6).toString('hex')}`
  return db.transaction(systemScope(1), async (tx) => {
    const accountId = await createStaffAccount(tx, login)
    const { secret } = await enrolTotp(tx, crypto, accountId, login)
    if (isHere) await personFor(tx, 1, accountId)
    return { accountId, login, secret }
  })
}

let last = 13_900_000_000
/** A phone nobody had before, with a code for it. */
export async function phoneWithCode(codes: Codes): Promise<{ phone: string; code: string }> {
  last += 1
  const phone = String(last)
  return { phone, code: await codes.request(1, phone) }
}
