import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../../apps/server/src/kernel/ids.ts'

export type Command = {
  readonly operation: string
  readonly path: string
  readonly body: unknown
  readonly token: string
  readonly key?: string
}
/** What a client knows of one command: the answer, and when it was sent for the first time and answered at last. */
export type Entry = Command & {
  readonly key: string
  readonly status: number
  readonly answer: Answer
  readonly sentAt: number
  readonly answeredAt: number
  /** How often no definite answer came before this one. */
  readonly failures: number
}
export type Answer = { readonly [name: string]: unknown }

/** Rejected by no fault of the sender's: the server or its database is away, or asks to wait. */
const isIndefinite = (status: number): boolean => status >= 500 || status === 429
const PAUSE = 40

/**
 * A client that trusts nobody: it writes down key and answer of every command, and sends one that was not answered again
 * with the same key until it is.
 */
export class Journal {
  readonly entries: Entry[] = []
  /** Moments of the answers, and of the failures, for whoever measures an outage. */
  readonly answered: number[] = []
  readonly failed: number[] = []
  readonly urls: readonly string[]
  #next = 0
  isOver = false

  constructor(urls: readonly string[]) {
    this.urls = urls
  }

  /** @throws when the patience (milliseconds) is over without a definite answer */
  async send(command: Command, patience = 300_000): Promise<Entry> {
    const key = command.key ?? newId()
    const sentAt = performance.now()
    for (let failures = 0; ; failures += 1) {
      const got = await this.#once({ ...command, key })
      const now = performance.now()
      if (got !== undefined && !isIndefinite(got.status)) {
        const entry = { ...command, key, ...got, sentAt, answeredAt: now, failures }
        this.entries.push(entry)
        this.answered.push(now)
        return entry
      }
      this.failed.push(now)
      if (now - sentAt > patience) throw new Error(`${command.operation} was never answered: ${got?.status}`)
      await sleep(PAUSE)
    }
  }

  /** One try at one of the servers, in turn; undefined when no whole answer came. */
  async #once(command: Command & { key: string }): Promise<{ status: number; answer: Answer } | undefined> {
    const url = this.urls[this.#next++ % this.urls.length]
    try {
      const response = await fetch(`${url}/api${command.path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${command.token}`,
          ...(command.body === undefined ? {} : { 'content-type': 'application/json' }),
          'idempotency-key': command.key,
        },
        ...(command.body === undefined ? {} : { body: JSON.stringify(command.body) }),
        signal: AbortSignal.timeout(20_000),
      })
      return { status: response.status, answer: (await response.json()) as Answer } // the API answers JSON
    } catch {
      return undefined // refused, cut off, or the answer was cut short: what became of the command is not known
    }
  }

  /** Reads, from one server in turn, until it answers. @returns undefined when it is not there or not to be seen */
  async read<T>(path: string, token: string, patience = 300_000): Promise<T | undefined> {
    for (const end = performance.now() + patience; performance.now() < end; await sleep(PAUSE)) {
      const url = this.urls[this.#next++ % this.urls.length]
      try {
        const response = await fetch(`${url}/api${path}`, {
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(20_000),
        })
        if (isIndefinite(response.status)) continue
        const body: unknown = await response.json()
        return response.status === 200 ? (body as T) : undefined // the caller names what the operation answers
      } catch {
        // Not there now: asked again.
      }
    }
    throw new Error(`${path} was never answered`)
  }
}

export const isTaken = ({ status }: Entry): boolean => status < 300
