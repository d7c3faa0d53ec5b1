import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PRESETS, presetOf } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../tests/kit/database.ts'
import { foundTownOnly } from '../demo/found.ts'
import { FOUNDER } from '../demo/roster.ts'
import type { Town } from '../demo/stagedTown.ts'
import { clientOf } from '../drive/client.ts'
import { overHttp } from '../drive/wire.ts'
import { type House, openHouse } from '../house/openHouse.ts'
import { readConfig } from '../kernel/config.ts'
import { installPreset } from '../rooms/places/index.ts'
import { readMessages } from './messages.ts'
import { openProgress } from './progressFile.ts'
import { proofsOf } from './proofs.ts'
import { replay } from './replay.ts'
import { readPages, reportOn } from './report.ts'
import { ownTroupe } from './troupe.ts'

const WRITTEN = fileURLToPath(new URL('written.jsonl', import.meta.url))
const REAL = fileURLToPath(new URL('../../../../../shared/data/messages_unlabelled.jsonl', import.meta.url))

describe('replay', () => {
  let database: TestDatabase
  let house: House
  let town: Town
  let url: string
  let folder: string

  beforeAll(async () => {
    database = await testDatabase()
    folder = await mkdtemp(join(tmpdir(), 'linli-replay-'))
    const config = readConfig({ DATA_DIR: folder, PORT: '0' }, Object.keys(PRESETS))
    house = await openHouse({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, config, log: false })
    await installPreset(house.db, 1, presetOf('xihu'), true)
    town = await foundTownOnly(house, () => undefined)
    url = await house.app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await house?.close()
    await database?.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function played(file: string, seed: string, most: number, stopAfter = Number.POSITIVE_INFINITY) {
    const { list, broken } = await readMessages(file, most)
    const progress = await openProgress(join(folder, `${seed}.done`))
    const troupe = ownTroupe(town, FOUNDER.phone)
    const call = clientOf(overHttp(url))
    let ended = 0
    const result = await replay({
      call,
      troupe,
      messages: list,
      seed,
      atOnce: 12,
      progress,
      onProgress: () => {
        ended += 1
      },
      stopped: () => ended >= stopAfter,
    })
    const admin = await troupe.admin()
    const report = await reportOn(call, admin, await readPages(call, admin, result.ids))
    return { list, broken, result, report }
  }

  test('300 written messages come to their end over two runs, without an error, and the ledger is proved', {
    timeout: 480_000,
  }, async () => {
    const first = await played(WRITTEN, 'written', 400, 60)
    expect(first.result.errors).toEqual([])
    expect(first.result.ids.length).toBeGreaterThanOrEqual(60)
    expect(first.result.ids.length).toBeLessThan(300)

    const { list, broken, result, report } = await played(WRITTEN, 'written', 400)
    expect(broken).toBe(2)
    expect(list).toHaveLength(300)
    expect(result.errors).toEqual([])
    expect(new Set(result.ids).size).toBe(300)
    const { closed = 0, rejected = 0, cancelled = 0, ...unfinished } = report.states
    expect(unfinished).toEqual({})
    expect(closed + rejected + cancelled).toBe(300)
    expect(report.ledger).toMatchObject({ total: 0, unequalAccounts: 0, holds: true })
    expect(report.ledger.balances).toBeGreaterThan(0)
    const races = first.result.races + result.races
    expect(races).toBeGreaterThan(0)
    expect(first.result.claimsLost + result.claimsLost).toBeGreaterThan(0)
  })

  test('states, clocks, counters and points made anew from the events are the stored ones', async () => {
    await house.settle()
    const proofs = await proofsOf(house.db)
    expect(proofs.flatMap(({ differences }) => differences)).toEqual([])
    expect(proofs.map(({ kind }) => kind.en)).toEqual([
      'states',
      'clocks',
      'counters',
      'balances',
      'earnings',
    ])
    for (const { kind, compared } of proofs)
      if (compared !== null) expect(compared, kind.en).toBeGreaterThan(20)
  })

  test.runIf(existsSync(REAL))(
    '50 real messages, where they are at hand, end as well',
    { timeout: 120_000 },
    async () => {
      const { result, report } = await played(REAL, 'real', 50)
      expect(result.errors).toEqual([])
      expect(result.ids).toHaveLength(50)
      expect(report.ledger).toMatchObject({ total: 0, unequalAccounts: 0, holds: true })
    },
  )

  test('a balance, a settled promise and a counter that were tampered with are named', async () => {
    const owner = new pg.Client({ connectionString: database.adminUrl })
    await owner.connect()
    const differing = async () =>
      new Map((await proofsOf(house.db)).map(({ kind, differences }) => [kind.en, differences]))
    try {
      const { rows } = await owner.query<{ account: string; entry: string }>(
        `select credit_account as account, settles as entry from point_entries where kind = 'earn' and phase = 'posted' limit 1`,
      )
      const { account, entry } = rows[0] ?? { account: '', entry: '' }
      await owner.query('update point_accounts set balance = balance + 1 where id = $1', [account])
      await owner.query(`update point_entries set phase = 'voided' where settles = $1`, [entry])
      await owner.query(`update order_states set orders = orders + 1 where area = '/'`)
      const named = await differing()
      expect(named.get('balances')).toEqual(expect.arrayContaining([expect.stringContaining(account)]))
      expect(named.get('earnings')).toEqual([expect.stringContaining('are voided; its events say posted')])
      expect(named.get('counters')?.length).toBeGreaterThan(0)
      expect(named.get('states')).toEqual([])
    } finally {
      await owner.end()
    }
  })
})
