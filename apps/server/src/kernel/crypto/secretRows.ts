import pg from 'pg'
import { isConnectionLoss } from '../db/database.ts'
import type { SecretRow, SecretTable } from './secretColumns.ts'

export type RowWrite = {
  readonly row: SecretRow
  readonly values: { readonly [column: string]: string | Buffer }
}

const quoted = pg.escapeIdentifier

/** Works on one connection in a transaction of the owner's; in a region the net is open for it. Repeated when PostgreSQL asks. */
async function owned<T>(
  pool: pg.Pool,
  region: number | undefined,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  for (let left = 5; ; left -= 1) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      await client.query("select set_config('app.region', $1, true), set_config('app.system', 'on', true)", [
        String(region ?? ''),
      ])
      const answer = await work(client)
      await client.query('commit')
      return answer
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error
      else await client.query('rollback')
      const again =
        error instanceof pg.DatabaseError && ['40001', '40P01', '55P03'].includes(error.code ?? '')
      if (left === 0 || !again) throw error
    } finally {
      client.release(broken)
    }
  }
}

/**
 * The rows of a table in the order of its primary key, some at a time.
 * @param notBy only rows with a value that is not of this key, or with an index whose clear text is not kept
 */
export async function* readRows(
  pool: pg.Pool,
  table: SecretTable,
  region: number | undefined,
  limit: number,
  notBy?: string,
): AsyncGenerator<SecretRow[]> {
  const { ciphers, indexes, key, needed } = table
  const columns = [...needed, ...ciphers.map(({ column }) => column), ...indexes.map(({ column }) => column)]
  const keys = key.map(({ column }) => quoted(column)).join(', ')
  const wanted = notBy
    ? [
        ...ciphers.map(({ column }) => `${quoted(column)} not like '${notBy}.%'`),
        ...indexes.map(({ column, of }) => `(${quoted(column)} is not null and ${quoted(of)} is null)`),
      ]
    : [...ciphers, ...indexes].map(({ column }) => `${quoted(column)} is not null`)
  let after: unknown[] | undefined
  for (;;) {
    const values: unknown[] = [...(region === undefined ? [] : [region]), ...(after ?? [])]
    const places = key.map(({ type }, at) => `$${at + (region === undefined ? 1 : 2)}::${type}`)
    const conditions = [
      ...(region === undefined ? [] : ['region_id = $1']),
      ...(after ? [`(${keys}) > (${places.join(', ')})`] : []),
      `(${wanted.join(' or ')})`,
    ]
    const text = `select ${[...new Set(columns)].map(quoted).join(', ')} from ${quoted(table.name)}
      where ${conditions.join(' and ')} order by ${keys} limit ${limit}`
    const { rows } = await owned(pool, region, (client) => client.query<SecretRow>(text, values))
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (rows.length < limit || !last) return
    after = key.map(({ column }) => last[column])
  }
}

/**
 * Writes values into rows that still hold what was read; a row that a command changed meanwhile is left to it. The run's
 * count grows in the same transaction.
 * @returns how many rows were changed
 */
export async function writeRows(
  pool: pg.Pool,
  table: SecretTable,
  region: number | undefined,
  writes: readonly RowWrite[],
  run: string,
): Promise<number> {
  const { ciphers, indexes, key } = table
  const columns = [...ciphers, ...indexes].map(({ column }) => column)
  const list = writes.map(({ row, values }) => ({
    ...Object.fromEntries(key.map(({ column }, at) => [`k${at}`, row[column]])),
    ...Object.fromEntries(
      columns.flatMap((column, at) => [
        [`o${at}`, textOf(row[column])],
        [`n${at}`, textOf(values[column])],
      ]),
    ),
  }))
  const types = [
    ...key.map(({ type }, at) => `k${at} ${type}`),
    ...columns.flatMap((_, at) => [`o${at} text`, `n${at} text`]),
  ]
  const isIndex = new Set(indexes.map(({ column }) => column))
  const asKept = (column: string, place: string) => (isIndex.has(column) ? `decode(${place}, 'hex')` : place)
  const sets = columns.map(
    (column, at) => `${quoted(column)} = coalesce(${asKept(column, `n.n${at}`)}, t.${quoted(column)})`,
  )
  const same = columns.flatMap((column, at) =>
    isIndex.has(column) ? [] : [`t.${quoted(column)} is not distinct from n.o${at}`],
  )
  const found = key.map(({ column }, at) => `t.${quoted(column)} = n.k${at}`)
  return owned(pool, region, async (client) => {
    const { rowCount } = await client.query(
      `update ${quoted(table.name)} t set ${sets.join(', ')} from jsonb_to_recordset($1::jsonb) as n(${types.join(', ')})
       where ${[...found, ...same].join(' and ')}`,
      [JSON.stringify(list)],
    )
    await client.query('update key_rotations set values_changed = values_changed + $2 where id = $1', [
      run,
      rowCount,
    ])
    return rowCount ?? 0
  })
}

const textOf = (value: unknown): string | null =>
  Buffer.isBuffer(value) ? value.toString('hex') : typeof value === 'string' ? value : null

/** Writes all at once; where one of them meets a unique constraint, one after the other, and names those that do. */
export async function lastingWrite(
  writes: readonly RowWrite[],
  write: (part: readonly RowWrite[]) => Promise<number>,
): Promise<{ changed: number; twice: SecretRow[] }> {
  if (writes.length === 0) return { changed: 0, twice: [] }
  try {
    return { changed: await write(writes), twice: [] }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '23505') throw error
    const [only] = writes
    if (writes.length === 1 && only) return { changed: 0, twice: [only.row] }
    const middle = Math.ceil(writes.length / 2)
    const [first, second] = [
      await lastingWrite(writes.slice(0, middle), write),
      await lastingWrite(writes.slice(middle), write),
    ]
    return { changed: first.changed + second.changed, twice: [...first.twice, ...second.twice] }
  }
}
