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
}

export type Subscriber = { readonly actor: Actor; send(events: readonly LiveEvent[]): void }

export type Hub = {
  subscribe(subscriber: Subscriber): () => void
  publish(events: readonly LiveEvent[]): void
  count(): number
}

/** The live pages of this process. Each event goes to those whom it concerns: by area range, person, unit or team. */
export function createHub(): Hub {
  const subscribers = new Set<Subscriber>()
  return {
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    publish(events) {
      for (const subscriber of subscribers) {
        const mine = events.filter((event) => concerns(event, subscriber.actor))
        if (mine.length > 0) subscriber.send(mine)
      }
    },
    count: () => subscribers.size,
  }
}

/** Whether an event concerns a person: the filter between the notification and the page. */
export function concerns(event: LiveEvent, actor: Actor): boolean {
  if (event.region !== actor.region) return false
  if (event.people.includes(actor.personId)) return true
  if (
    event.units.some((unit) => actor.units.includes(unit)) ||
    event.teams.some((team) => actor.teams.includes(team))
  )
    return true
  return event.path !== null && within(event.path, rangesOf(actor))
}
