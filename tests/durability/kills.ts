import { setTimeout as sleep } from 'node:timers/promises'
import { type Dice, percentile, say, until } from './form.ts'
import type { Instance } from './instance.ts'
import type { Journal } from './journal.ts'
import type { Stand } from './stand.ts'

export const KINDS = ['app', 'database', 'both'] as const
export type Kind = (typeof KINDS)[number]
/** How long one kill kept people waiting, milliseconds. */
export type Outage = {
  readonly kind: Kind
  readonly what: string
  /** From the kill to `/readyz` 200 of every instance. */
  readonly ready: number
  /** From the kill to the first command acknowledged after the last failure. */
  readonly acknowledging: number
}

/** Kills at a moment of the dice's, brings back what does not come back by itself, and waits until both say so. */
export async function killOnce(stand: Stand, journal: Journal, kind: Kind, dice: Dice): Promise<Outage> {
  await sleep(dice.between(100, 900))
  const running = [stand.first, stand.second].filter((instance) => instance.isRunning)
  const begun = performance.now()
  let what = 'server process'
  if (kind === 'database') what = await killDatabase(stand, dice)
  else {
    await stand.first.kill()
    if (kind === 'both') {
      what = 'server process and postmaster'
      process.kill(await stand.postmaster(), 'SIGKILL')
    }
    stand.first.start()
  }
  await Promise.all(running.map((instance) => instance.ready()))
  const ready = performance.now() - begun
  const acknowledging = await acknowledgingAgain(journal, begun)
  return { kind, what, ready, acknowledging }
}

/** The postmaster, or one of the processes it started, which ends the others with it. @returns which */
async function killDatabase(stand: Stand, dice: Dice): Promise<string> {
  const backends = await stand.backends()
  const [single] = backends.slice(dice.below(backends.length))
  const alone = dice() < 0.5 && single !== undefined
  process.kill(alone ? single : await stand.postmaster(), 'SIGKILL')
  await sleep(50) // until those who wait for it have noticed
  return alone ? 'one backend' : 'postmaster'
}

/** Two answers after the last failure, with none for a while: the outage is over. */
async function acknowledgingAgain(journal: Journal, begun: number): Promise<number> {
  return until('acknowledged commands', async () => {
    const failed = Math.max(begun, journal.failed.at(-1) ?? 0)
    const [first] = journal.answered.filter((moment) => moment > failed)
    return first !== undefined && performance.now() - failed > 150 ? first - begun : undefined
  })
}

/** Kills one instance and starts it again while the other goes on. @returns how many were answered meanwhile */
export async function killBeside(instance: Instance, journal: Journal, dice: Dice): Promise<number> {
  await sleep(dice.between(200, 700))
  await instance.kill()
  const before = journal.answered.length
  await sleep(dice.between(300, 900))
  instance.start()
  await instance.ready()
  return journal.answered.length - before
}

/** The figures of the outages, one line a kind. */
export function tellOutages(outages: readonly Outage[]): void {
  for (const kind of KINDS) {
    const some = outages.filter((outage) => outage.kind === kind)
    if (some.length === 0) continue
    const figures = (['ready', 'acknowledging'] as const).map((name) => {
      const times = some.map((outage) => outage[name])
      const [p50, p99] = [0.5, 0.99].map((share) => Math.round(percentile(times, share)))
      return `${name} again p50 ${p50} ms, p99 ${p99} ms`
    })
    say(`${kind}: ${some.length} kills; ${figures.join('; ')}`)
  }
}

/** Works at several things at once until it is told that it is over. @returns how many were finished */
export async function workUntilOver(
  journal: Journal,
  workers: number,
  work: (worker: number) => Promise<unknown>,
): Promise<number> {
  let finished = 0
  const one = async (worker: number): Promise<void> => {
    while (!journal.isOver) {
      await work(worker)
      finished += 1
    }
  }
  const working = Array.from({ length: workers }, (_, worker) => one(worker))
  try {
    await Promise.all(working)
  } finally {
    journal.isOver = true // one that fails ends the others
    await Promise.allSettled(working)
  }
  return finished
}
