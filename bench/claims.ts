import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Pool } from 'undici'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { startContender } from './contenders.ts'
import { type BenchTown, onDatabase } from './town.ts'

export type ClaimResult = {
  readonly claims: number
  readonly winners: number
  readonly ordersTaken: number
  readonly others: number
  readonly seconds: number
  readonly perSecond: number
  /** Conditional updates a second of pgbench on a row that one of them wins; 0 when it is not there. */
  readonly pgbench: number
}
const CONNECTIONS = 64

/** Five hundred helpers claim a hundred offered orders at the same moment, five for each: exactly a hundred win. */
export async function measureClaims(town: BenchTown): Promise<ClaimResult> {
  const admin = new pg.Client({
    connectionString: onDatabase(town.server.superuserUrl, town.server.ownerUrl),
  })
  await admin.connect()
  const helpers = await town.seatHelpers(500)
  const { rows } = await admin.query<{ id: string }>(
    `update orders set state = 'offered', item = 'changeBulb', offer_wave = 1, offer_path = '/s01/c01/', path = '/s01/c01/g01/', community = '/s01/c01/', requester_id = $1, beneficiary_id = $1, placed_by = $1
     where region_id = 1 and id in (select id from orders where state = 'submitted' order by id limit 100) returning id`,
    [newId()],
  )
  const server = await startContender('linli', town)
  const http = new Pool(server.address, { connections: CONNECTIONS, pipelining: 1 })
  const claim = async (n: number): Promise<number> => {
    const { statusCode, body } = await http.request({
      method: 'POST',
      path: `/api/orders/${rows[n % 100]?.id}/claim`,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${helpers[n]?.token}`,
        'idempotency-key': newId(),
      },
      body: '{}',
    })
    await body.dump()
    return statusCode
  }
  try {
    await Promise.all(helpers.map(({ token }) => whoAmI(http, token))) // sessions known, as on an open page
    const begun = performance.now()
    const answers = await Promise.all(helpers.map((_, n) => claim(n)))
    const seconds = (performance.now() - begun) / 1000
    const { rows: taken } = await admin.query<{ n: number }>(
      `select count(*)::int as n from orders where state = 'inProgress' and id = any($1::uuid[])`,
      [rows.map(({ id }) => id)],
    )
    return {
      claims: answers.length,
      winners: answers.filter((status) => status === 200).length,
      ordersTaken: taken[0]?.n ?? 0,
      others: answers.filter((status) => status !== 200 && status !== 409).length,
      seconds,
      perSecond: answers.length / seconds,
      pgbench: conditionalUpdates(town),
    }
  } finally {
    await http.close()
    await server.stop()
    await admin.end()
  }
}

async function whoAmI(http: Pool, token: string): Promise<void> {
  const { body } = await http.request({
    method: 'GET',
    path: '/api/me',
    headers: { authorization: `Bearer ${token}` },
  })
  await body.dump()
}

function conditionalUpdates(town: BenchTown): number {
  const file = join(mkdtempSync(join(tmpdir(), 'linli-pgbench-')), 'claim.sql')
  writeFileSync(
    file,
    `\\set n random(1, 100)\nupdate bench_claims set taken = true where id = :n and not taken;\nupdate bench_claims set taken = false where id = :n;\n`,
  )
  const url = onDatabase(town.server.superuserUrl, town.server.ownerUrl)
  try {
    execFileSync(
      'psql',
      [
        url,
        '-qc',
        'create table if not exists bench_claims as select i as id, false as taken from generate_series(1, 100) i; create unique index if not exists bench_claims_id on bench_claims (id)',
      ],
      { stdio: 'pipe' },
    )
    const out = execFileSync(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-j', '2', '-T', '5', '-f', file, url],
      { encoding: 'utf8', stdio: 'pipe' },
    )
    return Number(out.match(/tps = ([\d.]+)/)?.[1] ?? 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
