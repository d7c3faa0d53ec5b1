import type { AddressWords } from './addressWords.ts'

/** One way to take the numbers of an address. `isGuess`: a number had no unit and was taken by its place. */
export type Guess = {
  readonly building: string | null
  readonly entrance: string | null
  readonly room: string | null
  readonly isGuess: boolean
}
type Slot = 'building' | 'entrance' | 'room'
const SLOTS: readonly Slot[] = ['building', 'entrance', 'room']
const MOST_GUESSES = 6

const bareNumber = (label: string): string => label.replace(/^0+(?=\d)/, '')

/**
 * The ways to take the numbers of an address, the plainest first: numbers with a unit are what they say, the others fill
 * what is left, building before entrance before room, none left over.
 */
export function guesses({ parts, bare }: Pick<AddressWords<unknown>, 'parts' | 'bare'>): Guess[] {
  const known: { [slot in Slot]?: string } = {}
  if (parts.building) known.building = bareNumber(parts.building.label)
  if (parts.entrance) known.entrance = bareNumber(parts.entrance.label)
  if (parts.room) known.room = parts.room.label
  const free = SLOTS.filter((slot) => known[slot] === undefined)
  const numbers = withoutFloor(bare)
  const ways = numbers.length === 0 ? [{}] : fillings(free, numbers)
  const last = bare.at(-1) ?? ''
  return ways
    .map((way) => ({ ...known, ...way }))
    .flatMap((way) => {
      // A number that ends an address whose building is named is its room: nobody would call that a guess.
      const isPlain = numbers.length === 0 || (isBelow(known) && numbers.length === 1 && way.room === last)
      const guess = finished(way, parts.floor?.label, !isPlain)
      return isPlain ? [guess, ...longRoom(guess)] : [guess]
    })
    .slice(0, MOST_GUESSES)
}

const isBelow = ({ building, entrance }: { [slot in Slot]?: string }): boolean =>
  building !== undefined || entrance !== undefined

/** 3-2-5-502: the floor says nothing that the room does not say. */
function withoutFloor(bare: readonly string[]): readonly string[] {
  const [floor, room] = bare.slice(-2)
  return bare.length > 3 && floor && room?.startsWith(floor) ? [...bare.slice(0, -2), room] : bare
}

/** Every way to lay numbers into slots in order. A long number is a room before it is anything else. */
function fillings(free: readonly Slot[], numbers: readonly string[]): { [slot in Slot]?: string }[] {
  const [number, ...rest] = numbers
  if (number === undefined) return [{}]
  const ways = free.flatMap((slot, at) =>
    fillings(free.slice(at + 1), rest).map((way) => ({
      [slot]: slot === 'room' ? number : bareNumber(number),
      ...way,
    })),
  )
  return /\d{3}/.test(number) ? ways.reverse() : ways
}

/** 5楼2室 is 502; 5楼502 is 502. */
function finished(way: { [slot in Slot]?: string }, floor: string | undefined, isGuess: boolean): Guess {
  const { building = null, entrance = null, room = null } = way
  const whole = floor && room && /^\d{1,2}$/.test(room) ? floor + room.padStart(2, '0') : room
  return { building, entrance, room: whole, isGuess }
}

/** 3栋2501 is the twenty-fifth floor, or 501 behind the second entrance. */
const longRoom = ({ building, entrance, room }: Guess): Guess[] =>
  building !== null && entrance === null && room !== null && /^[1-9][1-9]\d{2}$/.test(room)
    ? [{ building, entrance: room.slice(0, 1), room: room.slice(1), isGuess: true }]
    : []
