import { API_PREFIX, whoAsks } from './api.ts'
import { backoff } from './backoff.ts'
import { streamPath } from './endpoints.ts'
import { readEvents, type ServerEvent } from './eventStream.ts'
import { liveEvents } from './liveEvents.ts'
import { observable, useObservable } from './observable.ts'
import { currentSeat } from './seat.ts'

/** `off`: nobody listens or nobody is signed in; `waiting`: the line is cut and will be tried again. */
export type LiveState = 'off' | 'connecting' | 'live' | 'waiting'

/** A browser keeps six lines to a server: pages that nobody looks at, and frames beside each other, must not use them up. */
const UNSEEN_MILLISECONDS = 10_000
const AROUND = 'linli-live'

const state = observable<LiveState>('off')
const listeners = new Set<(event: ServerEvent) => void>()
let running: AbortController | undefined
let lastId = ''

async function readFrom(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const read = readEvents(rest + decoder.decode(value, { stream: true }))
    rest = read.rest
    for (const event of read.events) {
      if (event.id) lastId = event.id
      for (const one of liveEvents(event)) for (const listener of listeners) listener(one)
    }
  }
}

/** Opens the stream once and reads it to its end. Answers false when the server says that trying again is of no use. */
async function connectOnce(path: string, signal: AbortSignal): Promise<boolean> {
  const { headers, credentials } = whoAsks()
  headers['accept'] = 'text/event-stream'
  if (lastId) headers['last-event-id'] = lastId
  const response = await fetch(API_PREFIX + path, { headers, credentials, signal })
  if (response.status === 401 || response.status === 403 || response.status === 404) return false
  if (!response.ok || !response.body) return true
  state.set('live')
  await readFrom(response.body)
  return true
}

/** Waits, but wakes early when the network or the page comes back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    signal.addEventListener('abort', wake, { once: true })
  })
}

/** Waits until somebody looks at the page. */
function seen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState === 'hidden' && !signal.aborted) return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', look, { once: true })
    look()
  })
}

/** One line that ends with `signal`, or when nobody has looked at the page for a while; `end` stops watching. */
function lineOf(signal: AbortSignal) {
  const line = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const drop = () => line.abort()
  const watch = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'hidden') timer = setTimeout(drop, UNSEEN_MILLISECONDS)
  }
  document.addEventListener('visibilitychange', watch)
  signal.addEventListener('abort', drop)
  watch()
  const end = () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', watch)
    signal.removeEventListener('abort', drop)
  }
  return { signal: line.signal, end }
}

async function run(path: string, signal: AbortSignal) {
  for (let tries = 0; !signal.aborted; tries += 1) {
    await seen(signal)
    if (signal.aborted) break
    state.set('connecting')
    const line = lineOf(signal)
    try {
      if (!(await connectOnce(path, line.signal))) break
    } catch {
      // A cut line is ordinary on a phone: it is shown as `waiting` and tried again.
    } finally {
      line.end()
    }
    if (signal.aborted) break
    if (state.get() === 'live') tries = 0
    state.set('waiting')
    await pause(backoff(tries, Math.random()), signal)
  }
  state.set('off')
}

/** Hears what the page around this frame tells, until the signal ends it. */
function hearAround(signal: AbortSignal): void {
  const channel = new BroadcastChannel(AROUND)
  channel.onmessage = ({ data }: MessageEvent<readonly ServerEvent[]>) => {
    for (const event of data) for (const listener of listeners) listener(event)
  }
  state.set('live')
  signal.addEventListener('abort', () => {
    channel.close()
    state.set('off')
  })
}

/** The page around several seats tells their frames what has changed. */
export function tellFrames(events: readonly ServerEvent[]): void {
  const channel = new BroadcastChannel(AROUND)
  channel.postMessage(events)
  channel.close()
}

/** Starts the one live connection of this page (or starts it anew, after signing in or out). */
export function startLive(): void {
  stopLive()
  const path = streamPath()
  if (path === undefined) return
  running = new AbortController()
  if (currentSeat() && window.parent !== window) hearAround(running.signal)
  else void run(path, running.signal)
}

export function stopLive(): void {
  running?.abort()
  running = undefined
}

/** Hears every event of the stream; returns the function that stops listening. */
export function onLive(listener: (event: ServerEvent) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLiveState = () => useObservable(state)
