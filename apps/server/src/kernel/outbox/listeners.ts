import type { Tx } from '../db/database.ts'

/** An event as the outbox carries it: ids, codes and numbers. */
export type OutboxEvent = {
  readonly id: string
  readonly region: number
  readonly topic: string
  readonly payload: { readonly [key: string]: unknown }
  readonly at: string
}

/**
 * What a room does when something happened elsewhere. It hears some events together, each at least once and in any
 * order: it must be safe to repeat. A throw brings all of them again, one by one.
 */
export type Listener = {
  hear(events: readonly OutboxEvent[]): Promise<void>
  /** Whether an event is any news, told from the event alone: what is not costs no job. */
  concerns?(event: OutboxEvent): boolean
}
/** By topic (`orders.orderClosed.1`) or by every topic of a room (`orders.*`). */
export type Listeners = { readonly [topic: string]: Listener }

/** A listener that takes its events one after the other. */
export const oneByOne = (
  hear: (event: OutboxEvent) => Promise<void>,
  concerns?: Listener['concerns'],
): Listener => ({
  hear: async (events) => {
    for (const event of events) await hear(event)
  },
  ...(concerns ? { concerns } : {}),
})

/**
 * What a room counts of a batch of events, in the transaction that marks them relayed: each event is counted exactly
 * once, in any order. Throwing keeps the batch waiting.
 */
export type Fold = (tx: Tx, region: number, events: readonly OutboxEvent[]) => Promise<void>

/** Whether a listener's pattern takes a topic. */
export function listensTo(pattern: string, topic: string): boolean {
  return pattern === topic || (pattern.endsWith('.*') && topic.startsWith(pattern.slice(0, -1)))
}
