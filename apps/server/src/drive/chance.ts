import { createHash } from 'node:crypto'

/**
 * Chance that can be repeated: every draw is named, so the same seed, subject and name always give the same answer,
 * whatever was drawn before and however often the program was stopped.
 */
export type Chance = {
  /** A number from 0 to below 1. */
  roll(name: string): number
  /** Whether something that happens in `share` of all cases happens here. */
  happens(name: string, share: number): boolean
  /** A whole number from `least` to `most`, both included. */
  whole(name: string, least: number, most: number): number
  /** One of a list. @throws when the list is empty */
  pick<T>(name: string, list: readonly T[]): T
  /** The list in a drawn order. */
  shuffle<T>(name: string, list: readonly T[]): T[]
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export function chanceOf(...subject: readonly (string | number)[]): Chance {
  const base = subject.join('|')
  const roll = (name: string): number => digest(`${base}|${name}`).readUIntBE(0, 6) / 2 ** 48
  const pick = <T>(name: string, list: readonly T[]): T => {
    const found = list[Math.floor(roll(name) * list.length)]
    if (found === undefined) throw new Error(`nothing to pick from for ${name}`)
    return found
  }
  return {
    roll,
    happens: (name, share) => roll(name) < share,
    whole: (name, least, most) => least + Math.floor(roll(name) * (most - least + 1)),
    pick,
    shuffle: (name, list) =>
      list
        .map((entry, index) => ({ entry, at: roll(`${name}.${index}`) }))
        .sort((a, b) => a.at - b.at)
        .map(({ entry }) => entry),
  }
}

/** A UUID of version 8 (RFC 9562) made from a name: the same name is always the same id. People's devices make versions 4 and 7. */
export function idFrom(...name: readonly (string | number)[]): string {
  const bytes = digest(name.join('|')).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether an id was made by `idFrom`. */
export const isDrawnId = (id: string): boolean => id[14] === '8'
