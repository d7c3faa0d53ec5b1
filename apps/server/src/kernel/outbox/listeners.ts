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
 * What a room does when something happened elsewhere, by topic (`orders.orderClosed.1`) or by every topic of a room
 * (`orders.*`). Called at least once per event, in any order: a listener must be safe to repeat.
 */
export type Listeners = { readonly [topic: string]: (event: OutboxEvent) => Promise<void> }

/**
 * What a room counts of a batch of events, in the transaction that marks them relayed: each event is counted exactly
 * once, in any order. Throwing keeps the batch waiting.
 */
export type Fold = (tx: Tx, region: number, events: readonly OutboxEvent[]) => Promise<void>

/** Whether a listener's pattern takes a topic. */
export function listensTo(pattern: string, topic: string): boolean {
  return pattern === topic || (pattern.endsWith('.*') && topic.startsWith(pattern.slice(0, -1)))
}
