import type { Config } from '../kernel/config.ts'
import type { Room } from '../kernel/http/room.ts'
import { foundDemo } from './found.ts'
import type { Ground } from './ground.ts'
import { demoRoom } from './http.ts'
import { LARGEST_TOWN } from './large/madeTown.ts'
import { startNeighbours } from './simulate.ts'
import { openStage } from './stage.ts'
import type { Town } from './stagedTown.ts'

export type Demo = {
  /** The demo's operations, to be given to the house as one more room; none where there is no demo. */
  rooms(deps: Pick<Ground, 'db' | 'crypto'> & { readonly config: Config }): Room[]
  /** Founds the town where that is not done yet; the server may be listening already. A large one has the largest place's size. */
  found(ground: Ground, say: (line: string) => void, isLarge?: boolean): Promise<Town>
  /** Lets the neighbours act. */
  play(town: Town, onError: (error: Error) => void): void
  /** Waits for the step in hand; call before the house closes. */
  stop(): Promise<void>
}

/** The demo town of one process: first its room, then the founding, then the neighbours. */
export function openDemo(): Demo {
  const stage = openStage()
  let neighbours: { stop(): Promise<void> } | undefined
  let founding: Promise<unknown> = Promise.resolve()
  let stopped = false
  return {
    rooms: (deps) => (deps.config.demo ? [demoRoom({ ...deps, stage })] : []),
    found: async (ground, say, isLarge = false) => {
      const large = isLarge ? LARGEST_TOWN : undefined
      const work = foundDemo(ground, say, { stopped: () => stopped, large })
      founding = work.catch(() => undefined) // whoever asked for it is told; stopping only waits
      const town = await work
      stage.founding = false
      return town
    },
    play: (town, onError) => {
      if (!stopped) neighbours ??= startNeighbours(town, stage, onError)
    },
    stop: async () => {
      stopped = true
      await founding
      await neighbours?.stop()
    },
  }
}
