import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { inWorker } from '../../../kernel/solver/inWorker.ts'
import { keeps } from '../rules/grids/compare.ts'
import type { GridPlan, GridTask } from '../rules/grids/gridTask.ts'
import {
  type BuildingRow,
  buildingsBelow,
  type KeptGrid,
  progressStatement,
  proposedStatement,
  takePlanning,
} from './store.ts'
import { onPlane, seedOf } from './task.ts'

/** A community takes a second; whatever takes a minute has gone wrong. */
const SECONDS = 60

/** Plans the grids that wait in a region, one community after the other. To be called every few seconds. */
export async function planWaitingGrids(db: Database, region: number): Promise<void> {
  while (await planOne(db, region));
}

const planOne = (db: Database, region: number): Promise<boolean> =>
  db.transaction(systemScope(region), async (tx) => {
    const plan = await takePlanning(tx, region)
    if (!plan) return false
    try {
      await tx.query(proposedStatement(region, plan.id, await gridsFor(db, tx, region, plan)))
    } catch (error) {
      await db.commit(systemScope(region), [proposedStatement(region, plan.id, null)])
      throw error
    }
    return true
  })

async function gridsFor(
  db: Database,
  tx: Tx,
  region: number,
  { id, path, least, most }: { id: string; path: string; least: number; most: number },
): Promise<KeptGrid[]> {
  const rows = await tx.query<BuildingRow>(buildingsBelow(region, path))
  const task: GridTask = { buildings: onPlane(rows), least, most, seed: seedOf(id) }
  const { grids } = await planGridsInWorker(task, (share) => {
    // How far it is is only shown: a word that is lost is followed by the next.
    db.commit(systemScope(region), [progressStatement(region, id, Math.floor(share * 99))]).catch(
      () => undefined,
    )
  })
  const kept = keeps(
    task.buildings,
    grids.map(({ buildings }) => buildings),
  )
  const names = new Map(rows.map(({ today, todayName }) => [today, todayName]))
  return grids.map(({ buildings, reason }, at) => {
    const goesOnAs = kept[at] ?? null
    return {
      name: goesOnAs === null ? newName(at, new Set(names.values())) : (names.get(goesOnAs) ?? goesOnAs),
      keeps: goesOnAs,
      buildings: buildings.flatMap((one) => rows[one]?.path ?? []),
      reason,
    }
  })
}

/** A name that no grid of today has. */
export function newName(at: number, taken: ReadonlySet<string>): string {
  for (let number = at + 1; ; number += 1) if (!taken.has(`新网格${number}`)) return `新网格${number}`
}

/** The grid planner in a thread of its own. @throws OutOfTime */
const planGridsInWorker = (task: GridTask, progress?: (share: number) => void): Promise<GridPlan> =>
  inWorker<GridPlan>({
    module: new URL('../rules/grids/planGrids.ts', import.meta.url),
    name: 'planGrids',
    input: task,
    seconds: SECONDS,
    ...(progress ? { progress } : {}),
  })
