import pg from 'pg'
import { LIVE_CHANNEL } from '../outbox/relay.ts'
import type { Hub, LiveEvent } from './hub.ts'

/** Hears the notifications of all instances on one connection and hands them to this process's pages; reconnects by itself. */
export function listenLive(
  url: string,
  hub: Hub,
  onError: (error: Error) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url })
    client = next
    next.on('error', onError)
    next.on('end', () => {
      if (!stopped) again = setTimeout(() => void connect().catch(onError), 1000)
    })
    next.on('notification', ({ payload }) => hub.publish(JSON.parse(payload ?? '[]') as LiveEvent[])) // only the relay sends here
    try {
      await next.connect()
      await next.query(`listen ${LIVE_CHANNEL}`)
    } catch (error) {
      onError(error as Error)
      await next.end().catch(onError)
    }
  }
  void connect().catch(onError)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(again)
      await client?.end()
    },
  }
}
