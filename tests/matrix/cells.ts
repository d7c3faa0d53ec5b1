import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import { openTestHouse } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { type Call, callsOf, type Outcome } from './calls.ts'
import { wholeCast } from './cast.ts'
import { scanned } from './scan.ts'
import { type PolicyTable, policyTable } from './sight.ts'

/** A world with everybody in it, and what the house says of who may do what. */
export type Matrix = {
  readonly world: World
  readonly policy: PolicyTable
  readonly description: OpenApiDocument
  /** The cells of one operation that come out so. */
  cells(id: string, outcomes: readonly Outcome[]): Call[]
  /** Says what was covered, and closes the world. */
  close(): Promise<void>
}

/** The matrix, of which each file tries one half: those who are let in, and those who are kept out. */
export async function openMatrix(name: string): Promise<Matrix> {
  const world = await buildWorld(await openTestHouse())
  const cast: readonly Actor[] = await wholeCast(world)
  const answer = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  const description = answer.json<OpenApiDocument>()
  const figures = { letIn: 0, refused: 0, either: 0 }
  return {
    world,
    policy: policyTable(world.operations, description),
    description,
    cells: (id, outcomes) => {
      const calls = callsOf(world, cast, id).filter(({ outcome }) => outcomes.includes(outcome))
      for (const { outcome } of calls) figures[outcome] += 1
      return calls
    },
    close: async () => {
      await world.close()
      const { letIn, refused, either } = figures
      const { answers, bytes, archives, parts, ids, masks, canaries } = scanned
      const lines = [
        `${name}: ${world.operations.length} operations, ${cast.length} people, ${letIn + refused + either} cells`,
        `  ${letIn} let in, ${refused} refused, ${either} from another region by their own rows`,
        `  ${answers} answers, ${bytes} bytes, ${archives} archives with ${parts} parts searched`,
        `  ${canaries} canaries, ${masks} masked numbers, ${ids} ids judged`,
      ]
      process.stdout.write(`${lines.join('\n')}\n`)
    },
  }
}
