import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureClaims } from './claims.ts'
import { OPERATIONS } from './contenders.ts'
import { measureLive } from './live.ts'
import { measureLoop } from './loop.ts'
import { claimLines, liveLines, loopTable, sustainedLines } from './report.ts'
import { measureSustained } from './sustained.ts'
import { openBenchTown } from './town.ts'

const PARTS = ['loop', 'claims', 'sustained', 'live'] as const
const PAGE = join(import.meta.dirname, '../docs/benchmarks.md')
const [BEGIN, END] = ['<!-- bench begins -->', '<!-- bench ends -->']

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join(',') },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    orders: { type: 'string', default: '200000' },
    connections: { type: 'string', default: '1,16,64' },
    operations: { type: 'string', default: OPERATIONS.join(',') },
    write: { type: 'boolean', default: false },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const parts = PARTS.filter((part) => values.only.split(',').includes(part))
const operations = OPERATIONS.filter((one) => values.operations.split(',').includes(one))
const numbers = {
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  orders: Number(values.orders),
}
const connections = values.connections.split(',').map(Number)
if (
  parts.length === 0 ||
  operations.length === 0 ||
  ![...Object.values(numbers), ...connections].every((n) => n > 0)
) {
  say(
    `用法 usage: npm run bench -- [--only ${PARTS.join(',')}] [--seconds 10] [--rounds 3] [--orders 200000] [--connections 1,16,64] [--operations ${OPERATIONS.join(',')}] [--write]`,
  )
  process.exit(2)
}

say(`${numbers.orders} 单写入临时数据库 orders into a throw-away database …`)
const town = await openBenchTown(
  { open: Math.floor(numbers.orders * 0.75), closed: Math.ceil(numbers.orders * 0.25) },
  say,
)
const page: string[] = [
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${await town.version()}; ${numbers.orders} orders present; windows of ${numbers.seconds} s, ${numbers.rounds} rounds, contenders by turns. Server, database and load share the cores.`,
]
const tell = (lines: readonly string[]): void => {
  page.push('', ...lines)
  for (const line of lines) say(line)
}
try {
  if (parts.includes('loop'))
    tell(loopTable(await measureLoop(town, { ...numbers, connections, operations }, say)))
  if (parts.includes('claims')) tell(claimLines(await measureClaims(town)))
  if (parts.includes('sustained')) tell(sustainedLines(await measureSustained(town, numbers.seconds * 6)))
  if (parts.includes('live')) tell(liveLines(await measureLive(town, 1000, 20)))
} finally {
  await town.close()
}
if (values.write) {
  const before = await readFile(PAGE, 'utf8')
  const [head, tail] = [before.split(BEGIN)[0], before.split(END)[1]]
  await writeFile(PAGE, `${head}${BEGIN}\n${page.join('\n')}\n${END}${tail}`)
  say(`写进 written into docs/benchmarks.md`)
}
