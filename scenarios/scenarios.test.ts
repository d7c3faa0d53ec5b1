import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { World } from './kit/moves.ts'
import { runFeature } from './kit/run.ts'
import { steps } from './kit/steps/index.ts'
import { openTown } from './kit/town.ts'

/** Every feature file beside this one: its name is the key of the place's preset. */
for (const file of readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.feature')))
  runFeature<World>(fileURLToPath(new URL(file, import.meta.url)), steps, async () => ({
    ...(await openTown(basename(file, '.feature'))),
    orderId: '',
    placedBy: '',
    lastAnswers: [],
    winner: '',
    loser: '',
  }))
