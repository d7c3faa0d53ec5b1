import type pg from 'pg'
import { newId } from '../ids.ts'
import { CryptoError, type CryptoProvider, keyOf } from './provider.ts'
import {
  closed,
  opened,
  type Protections,
  type SecretRow,
  type SecretTable,
  secretTables,
} from './secretColumns.ts'
import { lastingWrite, readRows, writeRows } from './secretRows.ts'

export type RotationNeeds = {
  /** The owner's: it may change every region's rows, one region at a time. */
  readonly pool: pg.Pool
  /** Knows the old keys and the new one, which writes. */
  readonly crypto: CryptoProvider
  /** Knows the new key alone: what it opens needs no other. */
  readonly newOnly: CryptoProvider
  readonly protections: Protections
  readonly regions: readonly number[]
  /** The clear text behind an index that was kept without it by a version before, by row; rows nobody knows are left out. */
  readonly recall?: (table: string, rows: readonly SecretRow[]) => Promise<ReadonlyMap<SecretRow, string>>
  readonly progress: (step: { readonly table: string; readonly changed: number }) => void
  readonly rowsAtOnce?: number
}

/** A value that stays under an old key, by table and primary key; never the value. */
export type Leftover = {
  readonly table: string
  readonly key: string
  readonly why: 'unreadable' | 'twice' | 'bare' | 'old' | 'index'
}
export type Rotation = {
  readonly toKey: string
  readonly changed: number
  readonly left: readonly Leftover[]
  /** Keys of which nothing is left; empty while something is. */
  readonly retired: readonly string[]
}

const ROWS_AT_ONCE = 200
const MOST_PASSES = 5

/**
 * Writes every encrypted and indexed value anew with the writing key, while the house runs. What a value was made with
 * stands in it, so a run that was ended half-way is simply run again. At the end every value is opened by the new key
 * alone and every index is made again and compared; only then the old keys are retired.
 * @throws what the database throws; what was changed until then stays changed and readable
 */
export async function rotateKeys(needs: RotationNeeds): Promise<Rotation> {
  const { pool, crypto } = needs
  const tables = await secretTables(pool, needs.protections)
  const id = await beginRun(pool, crypto.keyId)
  const failed = new Map<string, Leftover>()
  let changed = 0
  // Commands go on meanwhile, some perhaps with the old key: until a pass finds nothing more to do.
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let now = 0
    for (const table of tables)
      for (const region of table.regional ? needs.regions : [undefined])
        now += await changeTable(needs, table, region, failed, id)
    changed += now
    if (now === 0) break
  }
  const left: Leftover[] = []
  for (const table of tables)
    for (const region of table.regional ? needs.regions : [undefined])
      left.push(...(await verifyTable(needs, table, region, id)))
  const known = left.map((one) => failed.get(`${one.table} ${one.key}`) ?? one)
  const retired = await endRun(pool, id, crypto.keyId, known.length)
  return { toKey: crypto.keyId, changed, left: known, retired }
}

async function beginRun(pool: pg.Pool, toKey: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from key_rotations where to_key = $1 and finished_at is null order by started_at desc limit 1',
    [toKey],
  )
  if (rows[0]) return rows[0].id
  const id = newId()
  await pool.query('insert into key_rotations (id, to_key, started_at) values ($1, $2, app_now())', [
    id,
    toKey,
  ])
  return id
}

async function endRun(pool: pg.Pool, id: string, toKey: string, left: number): Promise<string[]> {
  const { rows } = await pool.query<{ retired: string[] }>(
    `with ended as (update key_rotations set finished_at = case when $3::bigint = 0 then app_now() end, values_left = $3 where id = $1),
      gone as (update crypto_keys set retired_at = app_now() where $3::bigint = 0 and key_id <> $2 and retired_at is null returning key_id)
     select coalesce(array_agg(key_id), '{}') as retired from gone`,
    [id, toKey, left],
  )
  return rows[0]?.retired ?? []
}

/** @returns how many rows were changed */
async function changeTable(
  needs: RotationNeeds,
  table: SecretTable,
  region: number | undefined,
  failed: Map<string, Leftover>,
  run: string,
): Promise<number> {
  const { pool, crypto, rowsAtOnce = ROWS_AT_ONCE } = needs
  const fail = (row: SecretRow, why: Leftover['why']) => {
    const key = nameOf(table, row)
    failed.set(`${table.name} ${key}`, { table: table.name, key, why })
  }
  let total = 0
  for await (const rows of readRows(pool, table, region, rowsAtOnce, crypto.keyId)) {
    const bare = rows.filter((row) => isBare(table, row))
    const recalled = (bare.length > 0 ? await needs.recall?.(table.name, bare) : undefined) ?? new Map()
    const writes = rows.flatMap((row) => {
      try {
        const clear = opened(table, row, crypto)
        const known = recalled.get(row)
        const [index] = table.indexes
        if (known !== undefined && index) clear.set(index.of, known)
        else if (isBare(table, row)) fail(row, 'bare')
        return clear.size === 0 ? [] : [{ row, values: closed(table, row, clear, crypto) }]
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error
        fail(row, 'unreadable')
        return []
      }
    })
    const outcome = await lastingWrite(writes, (part) => writeRows(pool, table, region, part, run))
    for (const row of outcome.twice) fail(row, 'twice')
    total += outcome.changed
    needs.progress({ table: table.name, changed: outcome.changed })
  }
  return total
}

/**
 * Opens every value with the new key alone and makes every index again; an index that was written with an old key beside
 * a new cipher is mended.
 * @returns what is not as it should be
 */
async function verifyTable(
  { pool, newOnly, rowsAtOnce = ROWS_AT_ONCE }: RotationNeeds,
  table: SecretTable,
  region: number | undefined,
  run: string,
): Promise<Leftover[]> {
  const left: Leftover[] = []
  for await (const rows of readRows(pool, table, region, rowsAtOnce))
    for (const row of rows) {
      const wrong = wrongWith(table, row, newOnly)
      if (!wrong) continue
      const mended =
        wrong === 'index' &&
        (await lastingWrite(
          [{ row, values: closed(table, row, opened(table, row, newOnly), newOnly) }],
          (part) => writeRows(pool, table, region, part, run),
        ))
      if (mended && mended.changed === 1) continue
      left.push({ table: table.name, key: nameOf(table, row), why: mended ? 'twice' : wrong })
    }
  return left
}

function wrongWith(table: SecretTable, row: SecretRow, newOnly: CryptoProvider): Leftover['why'] | undefined {
  if (isBare(table, row)) return 'bare'
  const ciphers = table.ciphers.flatMap(({ column }) => {
    const cipher = row[column]
    return typeof cipher === 'string' ? [cipher] : []
  })
  if (ciphers.some((cipher) => keyOf(cipher) !== newOnly.keyId)) return 'old'
  try {
    const made = closed(table, row, opened(table, row, newOnly), newOnly)
    const differs = table.indexes.some(({ column }) => {
      const [kept, again] = [row[column], made[column]]
      return (
        Buffer.isBuffer(kept) !== Buffer.isBuffer(again) ||
        (Buffer.isBuffer(kept) && Buffer.isBuffer(again) && !kept.equals(again))
      )
    })
    return differs ? 'index' : undefined
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    return 'unreadable'
  }
}

/** An index whose clear text was never kept. */
const isBare = ({ indexes }: SecretTable, row: SecretRow): boolean =>
  indexes.some(({ column, of }) => row[column] !== null && row[of] === null)

const nameOf = ({ key }: SecretTable, row: SecretRow): string =>
  key.map(({ column }) => String(row[column])).join('/')
