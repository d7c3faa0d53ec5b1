import { API_PREFIX, whoAsks } from './api.ts'
import { backoff } from './backoff.ts'
import { streamPath } from './endpoints.ts'
import { readEvents, type ServerEvent } from './eventStream.ts'
import { liveEvents } from './liveEvents.ts'
import { observable, useObservable } from './observable.ts'

/** `off`: nobody listens or nobody is signed in; `waiting`: the line is cut and will be tried again. */
export type LiveState = 'off' | 'connecting' | 'live' | 'waiting'

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

async function run(path: string, signal: AbortSignal) {
  for (let tries = 0; !signal.aborted; tries += 1) {
    state.set('connecting')
    try {
      if (!(await connectOnce(path, signal))) break
    } catch {
      // A cut line is ordinary on a phone: it is shown as `waiting` and tried again.
    }
    if (signal.aborted) break
    if (state.get() === 'live') tries = 0
    state.set('waiting')
    await pause(backoff(tries, Math.random()), signal)
  }
  state.set('off')
}

/** Starts the one live connection of this page (or starts it anew, after signing in or out). */
export function startLive(): void {
  stopLive()
  const path = streamPath()
  if (path === undefined) return
  running = new AbortController()
  void run(path, running.signal)
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
