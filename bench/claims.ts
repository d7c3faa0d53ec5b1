import pg from 'pg'
import { Pool } from 'undici'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { startContender } from './contenders.ts'
import { median } from './loop.ts'
import { pgbench } from './pgbench.ts'
import { type BenchTown, onDatabase } from './town.ts'

export type ClaimResult = {
  readonly claims: number
  /** Over all rounds. */
  readonly winners: number
  readonly ordersTaken: number
  readonly others: number
  /** The median of the rounds. */
  readonly perSecond: number
  /** What pgbench does a second with the bare conditional update, on as many orders, in as many tries; 0 when it is not there. */
  readonly pgbench: number
}
const CONNECTIONS = 64
/** Of pgbench: a divisor of the claims. */
const CLIENTS = 50
const [CLAIMS, ORDERS, ROUNDS] = [500, 100, 5]

/**
 * Five hundred helpers claim a hundred offered orders at the same moment, five for each: exactly a hundred win. Round by
 * round with other orders, pgbench by turns; a round before them warms both.
 */
export async function measureClaims(town: BenchTown): Promise<ClaimResult> {
  const url = onDatabase(town.server.superuserUrl, town.server.ownerUrl)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const helpers = await town.seatHelpers(CLAIMS)
  const server = await startContender('linli', town)
  const http = new Pool(server.address, { connections: CONNECTIONS, pipelining: 1 })
  const offer = async (): Promise<string[]> => {
    const { rows } = await admin.query<{ id: string }>(
      `update orders set state = 'offered', item = 'changeBulb', offer_wave = 1, offer_path = '/s01/c01/', path = '/s01/c01/g01/', community = '/s01/c01/', requester_id = $1, beneficiary_id = $1, placed_by = $1
       where region_id = 1 and id in (select id from orders where state = 'submitted' order by id limit ${ORDERS}) returning id`,
      [newId()],
    )
    return rows.map(({ id }) => id)
  }
  const claim = async (token: string, order: string): Promise<number> => {
    const { statusCode, body } = await http.request({
      method: 'POST',
      path: `/api/orders/${order}/claim`,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': newId(),
      },
      body: '{}',
    })
    await body.dump()
    return statusCode
  }
  const burst = async () => {
    const orders = await offer()
    const begun = performance.now()
    const answers = await Promise.all(helpers.map(({ token }, n) => claim(token, orders[n % ORDERS] ?? '')))
    const perSecond = (answers.length / (performance.now() - begun)) * 1000
    const { rows } = await admin.query<{ n: number }>(
      `select count(*)::int as n from orders where state = 'inProgress' and id = any($1::uuid[])`,
      [orders],
    )
    return { answers, perSecond, taken: rows[0]?.n ?? 0 }
  }
  try {
    await Promise.all(helpers.map(({ token }) => whoAmI(http, token))) // sessions known, as on an open page
    await burst()
    const bursts: Awaited<ReturnType<typeof burst>>[] = []
    const updates: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      bursts.push(await burst())
      updates.push(await conditionalUpdates(admin, url, await offer()))
    }
    const count = (which: (status: number) => boolean): number =>
      bursts.reduce((sum, { answers }) => sum + answers.filter(which).length, 0)
    return {
      claims: bursts.length * CLAIMS,
      winners: count((status) => status === 200),
      ordersTaken: bursts.reduce((sum, { taken }) => sum + taken, 0),
      others: count((status) => status !== 200 && status !== 409),
      perSecond: median(bursts.map(({ perSecond }) => perSecond)),
      pgbench: median(updates),
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

/** The conditional update of a claim and nothing else, on the orders' own table. */
async function conditionalUpdates(admin: pg.Client, url: string, orders: readonly string[]): Promise<number> {
  await admin.query('create table if not exists bench_claims (n integer primary key, id uuid)')
  await admin.query('truncate bench_claims')
  await admin.query(
    'insert into bench_claims select n, id from unnest($1::uuid[]) with ordinality as o(id, n)',
    [orders],
  )
  return pgbench(
    url,
    `\\set n random(1, ${ORDERS})
update orders set state = 'inProgress', version = version + 1, assignee_person_id = placed_by where region_id = 1 and id = (select id from bench_claims where n = :n) and state = 'offered';
`,
    CLIENTS,
    { each: CLAIMS / CLIENTS },
  )
}
