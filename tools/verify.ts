import { parseArgs } from 'node:util'
import { PARTS } from './verify/parts.ts'
import { type Outcome, runPart } from './verify/runPart.ts'

// `npm run verify`: the harnesses of `npm test` in their long form, one after the other, with their figures.
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.map(({ name }) => name).join(',') },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    minutes: { type: 'string', default: '60' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const asked = values.only.split(',')
const parts = PARTS.filter(({ name }) => asked.includes(name))
const [seed, minutes] = [Number(values.seed), Number(values.minutes)]

if (parts.length !== asked.length || !Number.isSafeInteger(seed) || !(minutes > 0)) {
  say(
    `用法 usage: npm run verify -- [--only ${PARTS.map(({ name }) => name).join(',')}] [--seed N] [--minutes 60]`,
  )
  process.exit(2)
}

say(`种子 seed ${seed}，同样的种子走同样的路 (--seed ${seed} repeats the choices)`)
const ends = performance.now() + minutes * 60_000
const outcomes: Outcome[] = []
for (const [at, part] of parts.entries()) {
  say(`[${at + 1}/${parts.length}] ${part.name} · ${part.words.zh} ${part.words.en}`)
  outcomes.push(await runPart(part, seed, ends))
}
for (const { part, passed, seconds } of outcomes)
  say(
    `${passed ? '✓' : '✗'} ${part.name} ${Math.round(seconds)} s${passed ? '' : ` (--only ${part.name} --seed ${seed})`}`,
  )
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1
