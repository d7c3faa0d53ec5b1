import { useEffect, useRef, useState } from 'react'
import { Problem } from '../../../kit/failure.ts'
import { onLive, useLiveState } from '../../../kit/live.ts'
import { paced } from '../../../kit/paced.ts'

const REST_MILLISECONDS = 2000
/** What is overdue changes with the clock and no event tells of it; a line that hangs shows itself by this too. */
const AT_LEAST_EVERY_MILLISECONDS = 60_000
const AGAIN_MILLISECONDS = 5000
const PATIENCE_MILLISECONDS = 15_000

export type Reading<T> = {
  /** What came last; that of the area before until the next has come. */
  readonly answer: T | undefined
  /** The server's no: signed out, or no such area. What was there before is not shown any more. */
  readonly refusal: Problem | undefined
  /** The figures stand still: the line is cut, or nothing answers. */
  readonly isStill: boolean
}

export type Source<T> = {
  read(signal: AbortSignal): Promise<T>
  /** Topics of the events that change it, by how they begin. */
  readonly hears: readonly string[]
  /** Whether the answer is known to be behind and should be asked for again soon. */
  isBehind?(answer: T): boolean
}

/** A refusal is an answer; anything above it is a server that is starting, or a way that is cut. */
const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && error.status < 500 && error.status !== 429

/** Gives up when the page has gone on, or when the server takes too long. */
async function patiently<T>(read: Source<T>['read'], ended: AbortSignal): Promise<T> {
  const tooLong = new AbortController()
  const giveUp = () => tooLong.abort()
  const timer = setTimeout(giveUp, PATIENCE_MILLISECONDS)
  ended.addEventListener('abort', giveUp)
  try {
    return await read(tooLong.signal)
  } finally {
    clearTimeout(timer)
    ended.removeEventListener('abort', giveUp)
  }
}

/**
 * Figures that follow by themselves: by live events, at most every two seconds, and by the clock.
 * @param source memoised: another one is read anew
 */
export function useFollowing<T>(source: Source<T>): Reading<T> {
  const [answer, setAnswer] = useState<T>()
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
      clearTimeout(later)
      try {
        const found = await patiently(source.read, ended.signal)
        if (ended.signal.aborted) return
        setAnswer(found)
        setRefusal(undefined)
        setUnanswered(false)
        if (source.isBehind?.(found)) later = setTimeout(ask, AGAIN_MILLISECONDS)
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
      if (event === 'ready' || source.hears.some((topic) => event.startsWith(topic))) ask()
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
  }, [source])

  return { answer: refusal ? undefined : answer, refusal, isStill: cut.current || unanswered }
}
