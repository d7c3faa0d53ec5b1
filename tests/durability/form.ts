import { setTimeout as sleep } from 'node:timers/promises'

/** `npm run verify` asks for the long form; `npm test` runs the short one of the same harness. */
export const isLong = process.env.VERIFY === 'long'
/** What repeats a run: printed, and set by SEED. */
export const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** The number for this form. */
export const sized = (short: number, long: number): number => (isLong ? long : short)

/** A line for whoever waits, or reads the figures afterwards. */
export const say = (line: string): void => void process.stdout.write(`  ${line}\n`)

export type Dice = { (): number; below(count: number): number; between(low: number, high: number): number }

/** Numbers in [0, 1) that a seed and a name repeat (mulberry32 over a hash of the name). */
export function diceOf(name: string, from = seed): Dice {
  let state = from
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return Object.assign(next, {
    below: (count: number) => Math.floor(next() * count),
    between: (low: number, high: number) => low + next() * (high - low),
  })
}

/** The value below which this share of the numbers lies; 0 of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/**
 * Asks until the answer is there. @param what said when it never comes
 * @throws after `patience` milliseconds
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  patience = 60_000,
  pause = 25,
): Promise<T> {
  for (const end = performance.now() + patience; ; ) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > end) throw new Error(`${what} did not come within ${patience / 1000} s`)
    await sleep(pause)
  }
}
