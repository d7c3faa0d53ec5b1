import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { restoreBackup } from '../../apps/server/src/kernel/backup/restoreBackup.ts'
import { newKeyPair } from '../../apps/server/src/kernel/backup/seal.ts'
import { takeBackup } from '../../apps/server/src/kernel/backup/takeBackup.ts'
import { directoryVault, type Vault } from '../../apps/server/src/kernel/backup/vault.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { connected } from '../kit/catalog.ts'
import { emptyDatabase, type PlantedHouse, plantedHouse, temporaryDirectory } from './ground.ts'

const keys = await newKeyPair()
let house: PlantedHouse
let path: string

beforeAll(async () => {
  house = await plantedHouse()
  path = await mkdtemp(join(tmpdir(), 'linli-vault-'))
  // Incompressible rows in a table that comes early: the copy stands still in the middle of the database when nobody takes it.
  await connected(house.adminUrl, (admin) =>
    admin.query(
      `insert into commands (region_id, key, operation, request_hash, response, at)
       select 1, gen_random_uuid(), 'fill', '', jsonb_build_object('x', (select string_agg(md5(random()::text || m || n), '') from generate_series(1, 600) m)), now()
       from generate_series(1, 1500) n`,
    ),
  )
})
afterAll(async () => {
  await house.close()
  await rm(path, { recursive: true, force: true })
})

/** One command as the house commits it: its key, its event, its entry, together. */
const command = (nth: number): Promise<unknown> => {
  const id = newId()
  return house.db.commit(systemScope(1), [
    sql`insert into commands (region_id, key, operation, request_hash, response, at) values (1, ${id}, 'paired', ${Buffer.from('x')}, ${JSON.stringify({ nth })}, app_now())`,
    sql`insert into outbox (region_id, id, topic, payload, at) values (1, ${id}, 'test.paired.1', ${JSON.stringify({ nth })}, app_now())`,
    sql`insert into audit_entries (region_id, id, at, action, subject_kind, facts) values (1, ${id}, app_now(), 'paired', 'test', ${JSON.stringify({ nth })})`,
  ])
}

test('while commands run, a backup is one moment: each command is in it whole or not at all, and gapless', async () => {
  for (let nth = 1; nth <= 5; nth += 1) await command(nth)
  let last = 5
  let stop = false
  const load = (async () => {
    while (!stop) {
      last += 1
      await command(last)
    }
  })()
  const vault = directoryVault(path)
  // Takes the first bytes, lets forty commands pass while tables are half copied, and then the rest.
  const slow: Vault = {
    ...vault,
    write: (name, bytes) =>
      vault.write(
        name,
        Readable.from(
          (async function* () {
            let waited = false
            for await (const chunk of bytes) {
              yield chunk
              if (waited) continue
              waited = true
              const before = last
              await expect.poll(() => last).toBeGreaterThan(before + 40)
            }
          })(),
          { objectMode: false },
        ),
      ),
  }
  const taken = await takeBackup({ ...house, vault: slow, recipients: [keys.recipient] })
  stop = true
  await load
  const target = await emptyDatabase()
  await restoreBackup({
    stream: await vault.read(taken.name),
    identities: [keys.identity],
    ownerUrl: target.ownerUrl,
    storage: localStorage(await temporaryDirectory()),
    crypto: house.crypto,
    progress: () => undefined,
  })
  const nths = (table: string, column: string, condition: string): Promise<number[]> =>
    connected(target.adminUrl, async (client) =>
      (
        await client.query<{ nth: number }>(
          `select (${column} ->> 'nth')::int as nth from ${table} where ${condition} order by 1`,
        )
      ).rows.map(({ nth }) => nth),
    )
  const commands = await nths('commands', 'response', `operation = 'paired'`)
  expect(commands.length).toBeGreaterThanOrEqual(5)
  expect(commands.length).toBeLessThan(last - 30)
  expect(commands).toEqual(commands.map((_, at) => at + 1))
  expect(await nths('outbox', 'payload', `topic = 'test.paired.1'`)).toEqual(commands)
  expect(await nths('audit_entries', 'facts', `action = 'paired'`)).toEqual(commands)
  // What comes next in the restored house gets a number that nobody had.
  const [max, next] = await connected(target.adminUrl, async (client) => {
    const { rows } = await client.query<{ max: number; next: number }>(
      `select (select max(seq) from audit_entries)::int as max, nextval('audit_entries_seq_seq')::int as next`,
    )
    return [rows[0]?.max ?? 0, rows[0]?.next ?? 0]
  })
  expect(next).toBeGreaterThan(max)
}, 120_000)

test('a backup that is killed leaves nothing under a name; the next one is whole and clears up', async () => {
  const directory = await temporaryDirectory()
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('backUpOnce.ts', import.meta.url)), house.ownerUrl, directory, keys.recipient],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  // Its parts say that they are under way; then it is killed outright.
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  expect((await ended)[1]).toBe('SIGKILL')
  const left = await readdir(directory)
  expect(left).toHaveLength(1)
  expect(left[0]).toMatch(/^\..*\.partial$/)
  const vault = directoryVault(directory)
  expect(await vault.names()).toEqual([])
  const old = new Date(Date.now() - 2 * 86_400_000)
  await utimes(join(directory, left[0] ?? ''), old, old)
  const taken = await takeBackup({ ...house, vault, recipients: [keys.recipient] })
  expect((await readdir(directory)).sort()).toEqual([taken.name, `${taken.name}.sha256`])
})

test('a storage or a vault that fails ends the backup with its own error, and nothing is kept', async () => {
  const directory = await temporaryDirectory()
  const vault = directoryVault(directory)
  const storage = { ...house.storage, get: () => Promise.reject(new Error('the disk is gone')) }
  await expect(takeBackup({ ...house, storage, vault, recipients: [keys.recipient] })).rejects.toThrow(
    'the disk is gone',
  )
  const full: Vault = {
    ...vault,
    write: async (_, bytes) => {
      for await (const chunk of bytes) if (chunk.length > 0) throw new Error('no room')
    },
  }
  await expect(takeBackup({ ...house, vault: full, recipients: [keys.recipient] })).rejects.toThrow('no room')
  expect(await readdir(directory)).toEqual([])
})

test('a backup for nobody, or for what is no key, is not begun', async () => {
  const vault = directoryVault(await temporaryDirectory())
  await expect(takeBackup({ ...house, vault, recipients: ['age1notakey'] })).rejects.toMatchObject({
    code: 'wrongRecipient',
  })
  await expect(takeBackup({ ...house, vault, recipients: [] })).rejects.toMatchObject({
    code: 'wrongRecipient',
  })
  expect(await vault.names()).toEqual([])
})
