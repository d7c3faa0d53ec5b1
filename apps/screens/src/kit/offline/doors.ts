import { headsOf, merged } from '@linli/contract/visits/merge'
import type { TakenArea, VisitHead, VisitRecord } from '@linli/contract/visits/shapes'
import { walkOrder } from '@linli/contract/visits/walkOrder'
import type { Door, KeptArea } from './kept.ts'

type Joined = VisitHead & { readonly replaces: readonly string[] }

/** Whom a record is about: a household or a company. */
export const targetOf = ({ household, company }: VisitRecord): string | undefined => household ?? company

const joined = (record: VisitRecord): Joined => ({ ...record, mine: true })

/** A door with what was written down since: by the same rule as everywhere, what nothing replaces stands. */
export function doorWith(door: Door, records: readonly VisitRecord[]): Door {
  const own = records.filter((record) => targetOf(record) === door.id)
  if (own.length === 0) return door
  const known = door.heads.map((head): Joined => ({ ...head, replaces: [] }))
  const heads = headsOf(merged(known, own.map(joined)))
    .map(({ id, visit, form, outcome, answers, orders, again, at, mine }) => ({
      id,
      visit,
      form,
      outcome,
      answers,
      orders,
      ...(again ? { again } : {}),
      at,
      mine,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  return { ...door, heads }
}

export const areaWith = (area: KeptArea, records: readonly VisitRecord[]): KeptArea => ({
  ...area,
  doors: area.doors.map((door) => doorWith(door, records)),
})

export type Standing = 'open' | 'again' | 'done' | 'conflict'

/** How a door stands: a visit that stands twice is a person's to settle; nobody home is to be tried again. */
export function standingOf({ heads }: Door): Standing {
  const visits = new Set(heads.map(({ visit }) => visit))
  if (visits.size < heads.length) return 'conflict'
  const last = heads.at(-1)
  if (!last) return 'open'
  return last.outcome === 'notHome' ? 'again' : 'done'
}

/** The heads of the visit that stands twice. */
export function twiceOf({ heads }: Door): VisitHead[] {
  const twice = heads.find((head) => heads.some(({ id, visit }) => visit === head.visit && id !== head.id))
  return twice ? heads.filter(({ visit }) => visit === twice.visit) : []
}

/** The floor of a room: what stands before its last two digits; 0 where the room has no number like that. */
export const floorOf = (room: string): number => Number(/^(\d{1,2})\d{2}(?!\d)/.exec(room)?.[1] ?? 0)

const natural = new Intl.Collator('zh', { numeric: true })

/** The doors that hold every word of a search, in their building or their room; undefined while nothing is searched for. */
export function foundIn(doors: readonly Door[], search: string): Door[] | undefined {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return undefined
  return doors.filter(({ areaName, room }) => {
    const name = `${areaName} ${room}`.toLowerCase()
    return words.every((word) => name.includes(word))
  })
}

export type Building = {
  readonly name: string
  readonly floors: { readonly floor: number; readonly doors: Door[] }[]
}

/** In groups by a word of theirs, in the order in which the words first come. */
function grouped<T, K>(all: readonly T[], of: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
  return groups
}

/** The way a worker walks: from building to near building where their places are known, from the top floor down, door by door. */
export function walkOf(doors: readonly Door[], positions: TakenArea['positions'] = []): Building[] {
  const places = new Map(positions.map((position) => [position.path, position]))
  const buildings = [...grouped(doors, ({ areaName }) => areaName)].sort(([a], [b]) => natural.compare(a, b))
  const stops = buildings.map(([, inside]) => places.get(inside[0]?.path ?? '') ?? null)
  return walkOrder(stops).flatMap((at) => {
    const [name, inside] = buildings[at] ?? []
    if (name === undefined || inside === undefined) return []
    const floors = [...grouped(inside, ({ room }) => floorOf(room))]
      .sort(([a], [b]) => b - a)
      .map(([floor, doors]) => ({ floor, doors: doors.sort((a, b) => natural.compare(a.room, b.room)) }))
    return [{ name, floors }]
  })
}

const dayOf = (at: number | string): string =>
  new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** What one walker planned for today: the own doors walked today, and the next ones on the way up to the quota. */
export function todayOf(
  doors: readonly Door[],
  positions: TakenArea['positions'] | undefined,
  quota: number,
  now: number = Date.now(),
): { readonly walked: number; readonly next: Door[] } {
  const today = dayOf(now)
  const isMineToday = ({ heads }: Door) => heads.some(({ mine, at }) => mine && dayOf(at) === today)
  const walked = doors.filter(isMineToday).length
  const left = doors.filter((door) => standingOf(door) !== 'done' && !isMineToday(door))
  const way = walkOf(left, positions).flatMap(({ floors }) => floors.flatMap((floor) => floor.doors))
  return { walked, next: way.slice(0, Math.max(0, quota - walked)) }
}
