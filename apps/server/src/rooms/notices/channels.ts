import type { NoticeFacts, NoticeKind } from '@linli/contract/notices/words'

/** A notice on its way out. `dedupeKey` goes along, so that a channel may drop what it has sent before. */
export type OutgoingNotice = {
  readonly region: number
  readonly id: string
  readonly personId: string
  readonly kind: NoticeKind
  readonly orderId: string | null
  readonly facts: NoticeFacts
  readonly dedupeKey: string
}

/**
 * A way out of the house (log, later SMS or WeChat). Called at least once per notice. The inbox is no channel: a notice is
 * in it by the same commit that makes it.
 */
export type Channel = {
  readonly name: string
  /** @throws when the notice was not taken over; it is tried again after a growing pause */
  deliver(notice: OutgoingNotice): Promise<void>
}

/** One line of the log per notice: ids and codes only. */
export function logChannel(write: (line: { readonly [name: string]: unknown }) => void): Channel {
  return {
    name: 'log',
    deliver: async ({ region, id, kind, dedupeKey }) =>
      write({ message: 'notice', region, notice: id, kind, dedupeKey }),
  }
}
