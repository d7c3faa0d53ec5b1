import type { Actor } from '../auth/actor.ts'
import { rangesOf } from '../auth/actor.ts'
import { within } from '../db/scope.ts'

/** What a page is told: something changed there; it fetches what it may see. */
export type LiveEvent = {
  readonly region: number
  readonly topic: string
  readonly id: string
  readonly path: string | null
  readonly people: readonly string[]
  readonly units: readonly string[]
  readonly teams: readonly string[]
  /** People and units who are never told: it is about them. */
  readonly about?: readonly string[]
}

/** One open page: who reads it, how it is told, and how it ends when its reader's session has. */
export type Subscriber = { readonly actor: Actor; send(events: readonly LiveEvent[]): void; end(): void }

export type Hub = {
  subscribe(subscriber: Subscriber): () => void
  publish(events: readonly LiveEvent[]): void
  /** Reads anew who the pages' readers are and what they may hear; a page whose session has ended ends. */
  renew(present: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Actor>>): Promise<void>
  count(): number
}

/** The live pages of this process. Each event goes to those whom it concerns: by area range, person, unit or team. */
export function createHub(): Hub {
  const readers = new Map<Subscriber, Actor>()
  return {
    subscribe(subscriber) {
      readers.set(subscriber, subscriber.actor)
      return () => readers.delete(subscriber)
    },
    publish(events) {
      for (const [subscriber, actor] of readers) {
        const mine = events.filter((event) => concerns(event, actor))
        if (mine.length > 0) subscriber.send(mine)
      }
    },
    async renew(present) {
      const asked = [...readers]
      if (asked.length === 0) return
      const living = await present([...new Set(asked.map(([, { sessionId }]) => sessionId))])
      for (const [subscriber, { sessionId }] of asked) {
        const actor = living.get(sessionId)
        if (!actor) subscriber.end()
        else if (readers.has(subscriber)) readers.set(subscriber, actor) // it may have left meanwhile
      }
    },
    count: () => readers.size,
  }
}

/** Whether an event concerns a person: the filter between the notification and the page. */
export function concerns(event: LiveEvent, actor: Actor): boolean {
  if (event.region !== actor.region) return false
  if (event.about?.some((id) => id === actor.personId || actor.units.includes(id))) return false
  if (event.people.includes(actor.personId)) return true
  if (
    event.units.some((unit) => actor.units.includes(unit)) ||
    event.teams.some((team) => actor.teams.includes(team))
  )
    return true
  return event.path !== null && within(event.path, rangesOf(actor))
}
