import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'

/** pg's own way from a value to what the server is sent: text, or the bytes of a buffer. Its types leave it out. */
const { prepareValue } = (
  pg as unknown as { utils: { prepareValue(value: unknown): string | Buffer | null } }
).utils

export type Row = Record<string, unknown>

type Field = { readonly name: string; readonly dataTypeID: number }
type Column = { readonly name: string; parse(text: string): unknown }
/** What of pg's connection a batch speaks to; `parsedStatements` is its own record of what the server has prepared. */
type Connection = {
  readonly stream: { cork(): void; uncork(): void }
  readonly parsedStatements: { readonly [name: string]: string | undefined }
  parse(statement: { name: string; text: string }): void
  bind(statement: { statement: string; values: readonly unknown[] }): void
  describe(portal: { type: 'P' }): void
  execute(portal: object): void
  sync(): void
}

/** How a connection's prepared statements answer: they need to be described once only. */
const described = new WeakMap<Connection, Map<string, readonly Column[]>>()
const NO_COLUMNS: readonly Column[] = []

/**
 * Prepared statements that leave in one socket write with one Sync behind them, and whose answers come back together.
 * Outside an explicit transaction PostgreSQL takes what stands before a Sync as one transaction: all or nothing
 * (documentation, Frontend/Backend Protocol, Pipelining). pg's own queries bring a Sync each, and with it a write, a
 * wake-up and a read on both sides.
 */
class Batch {
  readonly statements: readonly Sql[]
  readonly #texts: readonly string[]
  readonly #values: readonly unknown[][]
  readonly #resolve: (rows: Row[][]) => void
  readonly #reject: (error: Error) => void
  readonly #rows: Row[][]
  #connection: Connection | undefined
  /** The statement that is being answered. */
  #at = 0
  #columns: readonly Column[] | undefined
  #error: Error | undefined

  constructor(statements: readonly Sql[], resolve: (rows: Row[][]) => void, reject: (error: Error) => void) {
    this.statements = statements
    this.#texts = statements.map(({ text }) => text) // put together anew at each asking
    this.#values = statements.map((sql) => sql.values.map((value) => prepareValue(value)))
    this.#rows = statements.map(() => [])
    this.#resolve = resolve
    this.#reject = reject
  }

  /** pg notes name and text as prepared when the server says so of the statement that is being answered. */
  get name(): string | undefined {
    const { text } = this
    return text === undefined ? undefined : nameOf(text)
  }
  get text(): string | undefined {
    return this.#texts[this.#at]
  }

  submit(connection: Connection): void {
    this.#connection = connection
    const known = described.get(connection) ?? new Map<string, readonly Column[]>()
    described.set(connection, known)
    const sent = new Set<string>()
    connection.stream.cork()
    for (const [at, text] of this.#texts.entries()) {
      const name = nameOf(text)
      if (connection.parsedStatements[name] === undefined && !sent.has(name)) connection.parse({ name, text })
      sent.add(name)
      connection.bind({ statement: name, values: this.#values[at] ?? [] })
      if (!known.has(name)) connection.describe({ type: 'P' })
      connection.execute({})
    }
    connection.sync()
    connection.stream.uncork()
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, 'text'),
    }))
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.#columns ??= this.#known()?.get(this.name ?? '')
    const row: Row = {}
    try {
      let at = 0 // rows by the thousand come through here: no iterator of pairs
      for (const { name, parse } of this.#columns ?? NO_COLUMNS) {
        const text = fields[at++]
        row[name] = text === null || text === undefined ? null : parse(text)
      }
    } catch (error) {
      this.#error = error as Error // the server goes on all the same: told when it is ready
    }
    this.#rows[this.#at]?.push(row)
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    const { name, text } = this
    // What a transaction with a swallowed error answers: no error, and nothing kept.
    if (text === 'commit' && tag === 'ROLLBACK') this.#error = new Error('the transaction was not committed')
    const known = this.#known()
    if (name !== undefined && known && !known.has(name)) known.set(name, this.#columns ?? NO_COLUMNS)
    this.#columns = undefined
    this.#at += 1
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleError(error: Error): void {
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    if (this.#error) this.#reject(this.#error)
    else this.#resolve(this.#rows)
  }

  #known(): Map<string, readonly Column[]> | undefined {
    return this.#connection && described.get(this.#connection)
  }
}

/**
 * Sends statements as one batch, one round trip. @returns the rows of each
 * @throws pg's DatabaseError of the first that failed; without an explicit transaction nothing of the batch is kept then
 */
export async function sendBatch(client: pg.ClientBase, statements: readonly Sql[]): Promise<Row[][]> {
  try {
    return await new Promise((resolve, reject) => {
      client.query(new Batch(statements, resolve, reject) as unknown as pg.Submittable) // pg's types know less of its connection
    })
  } catch (error) {
    if (error instanceof pg.DatabaseError) Error.captureStackTrace(error) // where it was sent from, not the socket
    throw error
  }
}

const names = new Map<string, string>()

/** Statements are prepared once per connection, under a name made of their text. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    if (names.size < 5000) names.set(text, name) // texts built from lists must not fill memory
  }
  return name
}
