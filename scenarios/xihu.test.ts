import { fileURLToPath } from 'node:url'
import type { World } from './kit/moves.ts'
import { runFeature } from './kit/run.ts'
import { steps } from './kit/steps.ts'
import { openTown } from './kit/town.ts'

runFeature<World>(fileURLToPath(new URL('xihu.feature', import.meta.url)), steps, async () => ({
  ...(await openTown('xihu')),
  orderId: '',
  placedBy: '',
  lastAnswers: [],
  winner: '',
  loser: '',
  table: [],
}))
