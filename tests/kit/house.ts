import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRESETS, presetOf } from '@linli/presets'
import pg from 'pg'
import type { Furnishing } from '../../apps/server/src/house/furnish.ts'
import { type House, type HouseOptions, openHouse } from '../../apps/server/src/house/openHouse.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import type { Room } from '../../apps/server/src/kernel/http/room.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { ourTables } from './catalog.ts'
import { testDatabase } from './database.ts'

/** Every door of sign-in is open, onto addresses where nobody is. */
const DOORS = {
  PUBLIC_URL: 'http://localhost',
  WECHAT_APP_ID: 'wx-of-the-tests',
  WECHAT_SECRET: 'secret',
  WECHAT_API_URL: 'http://127.0.0.1:9',
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'linli',
  OIDC_CLIENT_SECRET: 'secret',
}

/** A request as an operation takes it; `file` makes it a form with one file part. */
export type Input = {
  readonly params?: { readonly [name: string]: string }
  readonly query?: { readonly [name: string]: string }
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly bytes: Buffer; readonly type?: string }
}
export type HouseAnswer = {
  readonly status: number
  readonly text: string
  readonly body: unknown
  readonly headers: { readonly [name: string]: unknown }
  /** As it came over the line: a file is no text. */
  readonly bytes: Buffer
}
/** One operation as the house itself describes it. */
export type Operation = {
  readonly id: string
  readonly method: string
  readonly path: string
} & OpenApiDocument['paths'][string][string]

export type TestHouse = {
  readonly house: House
  /** A superuser's connection: plants rows and looks behind row-level security. */
  readonly admin: pg.Client
  readonly operations: readonly Operation[]
  ask(operation: Operation, token: string | undefined, input: Input, key?: string): Promise<HouseAnswer>
  /** How many rows each table holds, and the sum of all orders' versions. */
  census(): Promise<{ readonly [table: string]: number }>
  close(): Promise<void>
}

/**
 * The whole house on a database of its own, with two founded regions and nobody in them.
 * @param more rooms that are not part of every house, and the environment where it is not a developer's
 */
export async function openTestHouse(
  more: {
    moreRooms?: (furnishing: Furnishing) => Room[]
    environment?: NodeJS.ProcessEnv
    log?: HouseOptions['log']
  } = {},
): Promise<TestHouse> {
  const { moreRooms, environment, log = false } = more
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-house-'))
  const config = readConfig(
    { DATA_DIR: dataDir, PORT: '0', POOL_SIZE: '10', ...DOORS, ...environment },
    Object.keys(PRESETS),
  )
  const { ownerUrl, appUrl } = database
  const house = await openHouse({ ownerUrl, appUrl, config, log, ...(moreRooms ? { moreRooms } : {}) })
  // Every item may be closed by the grid worker, so that every step of the lifecycle can be taken of any order.
  const place = presetOf('xihu')
  // Rules of pairing and categories of allowance, where this place has none.
  const { pairingRules, allowances } = presetOf('suichuan')
  const catalogue = place.catalogue.map((item) => ({ ...item, selfHandled: true }))
  for (const region of [1, 2])
    await installPreset(house.db, region, { ...place, catalogue, pairingRules, allowances }, config.demo)
  await house.settle()
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const described = await house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  // The tickers seal and count what they find, whenever they come.
  const ticked = ['audit_seals', 'ground_counts', 'ground_counted']
  const tables = (await ourTables(admin)).filter((name) => !ticked.includes(name))
  // That somebody was refused is written down; it is no effect of what they tried.
  const counted = (name: string) => (name === 'audit_entries' ? `${name} where not facts ? 'refused'` : name)
  const counting = tables.map((name) => `(select count(*)::int from ${counted(name)})`).join(', ')
  const names = [...tables, 'order_versions']
  const census = `select array[${counting}, (select coalesce(sum(version), 0)::int from orders)] as counts`
  return {
    house,
    admin,
    operations: operationsOf(described.json<OpenApiDocument>()),
    ask: (operation, token, input, key) => ask(house, operation, token, input, key),
    census: async () => {
      // Named: planned once, not before and after each test; one column, since two hundred are dear to describe.
      const { rows } = await admin.query<{ counts: number[] }>({ name: 'census', text: census })
      return Object.fromEntries(names.map((name, at) => [name, rows[0]?.counts[at] ?? 0]))
    },
    close: async () => {
      await admin.end()
      await house.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The operations of a description, one by one. */
export function operationsOf({ paths }: OpenApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...operation,
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
    })),
  )
}

async function ask(
  { app }: House,
  { method, path, 'x-kind': kind }: Operation,
  token: string | undefined,
  { params = {}, query, body, file }: Input,
  key: string = crypto.randomUUID(),
): Promise<HouseAnswer> {
  const url = `/api${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`
  const answer = await app.inject({
    method: method as 'GET', // inject's own list of methods
    url: query ? `${url}?${new URLSearchParams(query)}` : url,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(kind === 'command' || kind === 'upload' ? { 'idempotency-key': key } : {}),
      ...(file ? { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(file ? { payload: form(file) } : {}),
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(kind === 'stream' ? { payloadAsStream: true } : {}),
  })
  const came = { status: answer.statusCode, headers: answer.headers }
  if (kind === 'stream' && answer.statusCode === 200) {
    answer.stream().destroy()
    return { ...came, text: '', body: undefined, bytes: Buffer.alloc(0) }
  }
  const text = kind === 'stream' ? await textOf(answer.stream()) : answer.payload
  const isJson = String(answer.headers['content-type']).includes('json')
  const bytes = kind === 'stream' ? Buffer.from(text) : answer.rawPayload
  return { ...came, text, bytes, body: isJson && text !== '' ? JSON.parse(text) : undefined }
}

const BOUNDARY = 'linliboundary'

function form({ name, bytes, type = 'application/octet-stream' }: NonNullable<Input['file']>): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
