import { useEffect, useRef, useState } from 'react'
import { call } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Problem } from '../../../kit/failure.ts'
import { onLive, useLiveState } from '../../../kit/live.ts'
import { paced } from '../../../kit/paced.ts'

const REST_MILLISECONDS = 2000
/** What is overdue changes with the clock and no event tells of it; a line that hangs shows itself by this too. */
const AT_LEAST_EVERY_MILLISECONDS = 60_000
const AGAIN_MILLISECONDS = 5000
const PATIENCE_MILLISECONDS = 15_000
const SHOWN = 5

export type Wall = { readonly figures: Answer<'getFigures'>; readonly shown: Answer<'listShown'>['items'] }

export type WallReading = {
  /** The last figures that came; those of the area before until the next have come. */
  readonly wall: Wall | undefined
  /** The server's no: signed out, or no such area. The figures before it are not shown any more. */
  readonly refusal: Problem | undefined
  /** The figures stand still: the line is cut, or nothing answers. */
  readonly isStill: boolean
}

/** A refusal is an answer; anything above it is a server that is starting, or a way that is cut. */
const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && error.status < 500 && error.status !== 429

async function read(area: string | undefined, days: number, ended: AbortSignal): Promise<Wall> {
  const tooLong = new AbortController()
  const giveUp = () => tooLong.abort()
  const timer = setTimeout(giveUp, PATIENCE_MILLISECONDS)
  ended.addEventListener('abort', giveUp)
  const sending = { signal: tooLong.signal }
  const query = { days, ...(area === undefined ? {} : { area }) }
  try {
    const figures = await call('getFigures', { query }, sending)
    const { items } = await call('listShown', { query: { limit: SHOWN, path: figures.area } }, sending)
    return { figures, shown: items }
  } finally {
    clearTimeout(timer)
    ended.removeEventListener('abort', giveUp)
  }
}

/** Figures of an area that follow by themselves: by live events, at most every two seconds, and by the clock. */
export function useWall(area: string | undefined, days: number): WallReading {
  const [wall, setWall] = useState<Wall>()
  const [refusal, setRefusal] = useState<Problem>()
  const [unanswered, setUnanswered] = useState(false)
  const line = useLiveState()
  const cut = useRef(false)
  if (line === 'waiting') cut.current = true
  if (line === 'live') cut.current = false

  useEffect(() => {
    const ended = new AbortController()
    let later: ReturnType<typeof setTimeout> | undefined
    const { ask, stop } = paced(async () => {
      try {
        const answer = await read(area, days, ended.signal)
        if (ended.signal.aborted) return
        setWall(answer)
        setRefusal(undefined)
        setUnanswered(false)
      } catch (error) {
        if (ended.signal.aborted) return
        // Whatever is no refusal leaves the last figures standing, and the page says since when.
        if (isRefusal(error)) setRefusal(error)
        else {
          setUnanswered(true)
          later = setTimeout(ask, AGAIN_MILLISECONDS)
        }
      }
    }, REST_MILLISECONDS)
    const onEvent = ({ event }: { readonly event: string }) => {
      if (event === 'ready' || event.startsWith('orders.')) ask()
    }
    const stopLive = onLive(onEvent)
    const timer = setInterval(ask, AT_LEAST_EVERY_MILLISECONDS)
    window.addEventListener('online', ask)
    document.addEventListener('visibilitychange', ask)
    ask()
    return () => {
      ended.abort()
      clearTimeout(later)
      stop()
      stopLive()
      clearInterval(timer)
      window.removeEventListener('online', ask)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [area, days])

  return { wall: refusal ? undefined : wall, refusal, isStill: cut.current || unanswered }
}
