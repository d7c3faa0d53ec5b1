import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRESETS, presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { type House, openHouse } from '../../apps/server/src/house/openHouse.ts'
import { findOrCreateAccount } from '../../apps/server/src/kernel/auth/accounts.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { openCodes } from '../../apps/server/src/kernel/auth/codes.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import {
  accountOfNumber,
  findOrCreatePerson,
  personByPhone,
  registerCaller,
} from '../../apps/server/src/rooms/people/index.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'

/** A database that houses with different keys are opened on. */
export type KeyTown = {
  readonly database: TestDatabase
  readonly dataDir: string
  open(environment: NodeJS.ProcessEnv): Promise<House>
  close(): Promise<void>
}

export async function keyTown(): Promise<KeyTown> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-keys-'))
  const open = new Set<House>()
  return {
    database,
    dataDir,
    open: async (environment) => {
      const config = readConfig(
        { DATA_DIR: dataDir, PORT: '0', POOL_SIZE: '8', ...environment },
        Object.keys(PRESETS),
      )
      const house = await openHouse({
        ownerUrl: database.ownerUrl,
        appUrl: database.appUrl,
        config,
        log: false,
      })
      open.add(house)
      await installPreset(house.db, 1, presetOf('xihu'), config.demo)
      const close = async (): Promise<void> => {
        open.delete(house)
        await house.close()
      }
      return { ...house, close }
    },
    close: async () => {
      for (const house of open) await house.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Signs in by a code, as the phone's owner would. @returns the person's id */
export async function signIn({ db, crypto }: House, phone: string): Promise<string> {
  const codes = openCodes({
    db,
    crypto,
    sender: { send: async () => undefined },
    accountOfNumber: (tx, region, number) => accountOfNumber(crypto, tx, region, number),
    findOrCreatePerson: (tx, region, accountId, number) =>
      findOrCreatePerson(crypto, tx, region, accountId, number),
    limits: { secondsBetween: 0, perDay: 1000 },
  })
  const code = await codes.request(1, phone)
  const session = await codes.redeem(1, phone, code)
  const [row] = await db.global<{ id: string }>(
    sql`select person_id as id from sessions where id = ${session.sessionId}`,
  )
  if (!row) throw new Error('no session was written')
  return row.id
}

/** A person of the register with an account, as a sign-in leaves them, and an order's words with a number and an address. */
export async function plant({ db, crypto }: House, phone: string): Promise<string> {
  const account = await db.globalTransaction((tx) => findOrCreateAccount(tx, crypto, phone))
  const id = await registerCaller(db, crypto, 1, phone, null, '/s01/')
  const order = newId()
  await db.commit(systemScope(1), [
    sql`update people set account_id = ${account.id} where region_id = 1 and id = ${id}`,
    sql`insert into order_texts (region_id, order_id, title, detail, address_cipher, contact_phone_cipher, contact_phone_hmac)
      values (1, ${order}, '灯', '不亮', ${crypto.encryptField(`${phone}住处`, 'order_texts.address:1')},
        ${crypto.encryptField(phone, 'order_texts.phone:1')}, ${crypto.lookUp(phone)})`,
  ])
  return id
}

export const found = async ({ db, crypto }: House, phone: string): Promise<string | undefined> =>
  (await personByPhone(db, crypto, 1, phone))?.personId
