import type { OrderRow } from '@linli/contract/orders/shapes'
import { useEffect, useState } from 'react'
import { tellFrames } from '../kit/live.ts'
import { callAs } from './asSeat.ts'
import { eventsOf, type News, newsBetween } from './news.ts'
import type { Sittings } from './useTown.ts'

export type Surroundings = {
  readonly rows: readonly OrderRow[]
  readonly total: number
  readonly news: readonly News[]
  /** The latest order of the seat's resident, unless it was finished before this page was opened. */
  readonly mine: OrderRow | undefined
}

const WATCHED = 60
const SHOWN = 24
const MOST_NEWS = 4
// Asked for, not streamed: a browser keeps six lines to a server. The four frames have no stream of their own either and hear from here.
const LOOK_AGAIN_MILLISECONDS = 2000
const FINISHED = new Set(['closed', 'rejected', 'cancelled', 'merged', 'archived'])
const NOTHING: Surroundings = { rows: [], total: 0, news: [], mine: undefined }

/** What happens around: the newest orders, what just happened in words, and the order that the walk follows. */
export function useSurroundings(seats: Sittings): Surroundings {
  const [around, setAround] = useState(NOTHING)
  const duty = seats.duty.token
  const resident = seats.resident.token
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let before: readonly OrderRow[] | undefined
    let over: string | undefined
    let told: readonly News[] = []
    const look = async (): Promise<void> => {
      const [page, counts, own] = await Promise.all([
        callAs(duty, 'listOrders', { query: { limit: WATCHED } }),
        callAs(duty, 'countOrders', {}),
        callAs(resident, 'listMyOrders', { query: { limit: 1 } }),
      ])
      if (gone) return
      const latest = own.items[0]
      if (before === undefined && latest && FINISHED.has(latest.state)) over = latest.id
      const news = newsBetween(before, page.items)
      before = page.items
      tellFrames(eventsOf([...told, ...news]))
      told = news
      setAround((was) => ({
        rows: livelyFirst(page.items, news).slice(0, SHOWN),
        total: Object.values(counts.states).reduce((sum, n) => sum + n, 0),
        news: [...news, ...was.news].slice(0, MOST_NEWS),
        mine: latest && latest.id !== over ? latest : undefined,
      }))
    }
    const round = (): void => {
      const work = document.visibilityState === 'visible' ? look() : Promise.resolve()
      work
        .catch(() => undefined) // without a connection the page keeps what it shows and looks again
        .finally(() => {
          if (!gone) timer = setTimeout(round, LOOK_AGAIN_MILLISECONDS)
        })
    }
    round()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [duty, resident])
  return around
}

/** Orders that have just moved stand in front, the others newest first. */
function livelyFirst(rows: readonly OrderRow[], news: readonly News[]): OrderRow[] {
  const moved = new Set(news.map(({ order }) => order.id))
  return [...rows.filter(({ id }) => moved.has(id)), ...rows.filter(({ id }) => !moved.has(id))]
}
