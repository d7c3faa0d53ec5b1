import type { Words } from '@linli/contract'
import type { OrderRow } from '@linli/contract/orders/shapes'
import { TRANSITIONS } from '@linli/contract/orders/transitions'
import { useEffect, useState } from 'react'
import { callAs, listenAs } from './asSeat.ts'
import type { Sittings } from './useTown.ts'

export type News = { readonly id: string; readonly what: Words; readonly order: OrderRow }
export type Surroundings = {
  readonly rows: readonly OrderRow[]
  readonly total: number
  readonly news: readonly News[]
  /** The latest order of the seat's resident, unless it was finished before this page was opened. */
  readonly mine: OrderRow | undefined
}

const AROUND = 24
const MOST_NEWS = 4
const GATHER_MILLISECONDS = 700
const LABELS = new Map<string, Words>(TRANSITIONS.map(({ event, label }) => [`orders.${event}.1`, label]))
const FINISHED = new Set(['closed', 'rejected', 'cancelled'])

/** What happens around: the newest orders, the latest events in words, and the order that the walk follows. */
export function useSurroundings(seats: Sittings): Surroundings {
  const [around, setAround] = useState<Surroundings>({ rows: [], total: 0, news: [], mine: undefined })
  const duty = seats.duty.token
  const resident = seats.resident.token
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let heard: { topic: string; id: string }[] = []
    let over: string | undefined | null = null
    let looks = 0

    const look = async (): Promise<void> => {
      const events = heard
      heard = []
      looks += 1
      const [page, counts, own] = await Promise.all([
        callAs(duty, 'listOrders', { query: { limit: AROUND } }),
        callAs(duty, 'countOrders', {}),
        callAs(resident, 'listMyOrders', { query: { limit: 1 } }),
      ])
      const news = await newsOf(events, page.items)
      if (gone) return
      const latest = own.items[0]
      over ??= latest && FINISHED.has(latest.state) ? latest.id : undefined
      setAround((before) => ({
        rows: page.items,
        total: Object.values(counts.states).reduce((sum, n) => sum + n, 0),
        news: [...news, ...before.news].slice(0, MOST_NEWS),
        mine: latest && latest.id !== over ? latest : undefined,
      }))
    }
    const newsOf = async (events: typeof heard, rows: readonly OrderRow[]): Promise<News[]> => {
      const told: News[] = []
      for (const { topic, id } of events.slice(-MOST_NEWS).reverse()) {
        const what = LABELS.get(topic)
        const order =
          rows.find((row) => row.id === id) ??
          (await callAs(duty, 'getOrder', { params: { id } }).catch(() => undefined)) // restricted matters are not told
        if (what && order) told.push({ id: `${looks}.${told.length}`, what, order })
      }
      return told
    }
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        look().catch(() => undefined) // without a connection the page keeps what it shows
      }, GATHER_MILLISECONDS)
    }
    soon()
    const deaf = listenAs(duty, ({ event, data }) => {
      if (!event.startsWith('orders.')) return
      heard.push({ topic: event, id: idIn(data) })
      soon()
    })
    const deafToo = listenAs(resident, ({ event }) => {
      if (event.startsWith('orders.')) soon()
    })
    return () => {
      gone = true
      clearTimeout(timer)
      deaf()
      deafToo()
    }
  }, [duty, resident])
  return around
}

/** The id an event tells of: bare, or as `{"id": …}`. */
const idIn = (data: string): string => /[0-9a-f-]{36}/.exec(data)?.[0] ?? ''
