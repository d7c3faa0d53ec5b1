import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { show } from './checks/program.ts'
import { lastLine, nothing, oneFailure, sum, type Tally, tallyOf } from './checks/tally.ts'

/** One part of `npm test`, in the order in which they run. */
interface Part {
  readonly name: string
  readonly title: string
  run(): Promise<Tally>
}

const parts: readonly Part[] = [
  { name: 'checks', title: '格式、类型、依赖规则 Checks', run: () => node('tools/check.ts') },
  { name: 'unit', title: '单元与数据库测试 Tests on real PostgreSQL', run: () => vitest('unit', 'isolated') },
  { name: 'scenarios', title: '场景 Scenarios', run: () => vitest('scenarios') },
  { name: 'screens', title: '编译界面 Screens', run: () => node('tools/build-screens.mjs') },
  { name: 'size', title: '首页大小 First page of hand', run: () => node('apps/screens/measure.ts') },
  { name: 'browser', title: '浏览器测试 Browser tests', run: () => vitest('browser') },
]

async function node(...args: string[]): Promise<Tally> {
  return (await show('node', ...args)) === 0 ? nothing : oneFailure
}

async function vitest(...projects: string[]): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-test-'))
  const report = join(folder, 'report.json')
  try {
    const chosen = projects.flatMap((project) => ['--project', project])
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    return await tallyOf(report, await show('vitest', 'run', ...chosen, ...reporters))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function runAll(chosen: readonly Part[]): Promise<void> {
  const tallies: Tally[] = []
  const failed: string[] = []
  for (const [index, { name, title, run }] of chosen.entries()) {
    console.log(`\n[${index + 1}/${chosen.length}] ${title}`)
    const began = performance.now()
    const tally = await run()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${tally.failed === 0 ? '通过 ok' : '没有通过 FAILED'}: ${name}, ${seconds} s`)
    tallies.push(tally)
    if (tally.failed > 0) failed.push(name)
  }
  const total = sum(tallies)
  for (const failure of total.failures) console.log(`\n✗ ${failure}`)
  if (failed.length > 0) {
    console.log(
      `\n没有通过 Failed: ${failed.join(', ')}。单独再跑一次 To run one again: npm test -- --only ${failed[0]}`,
    )
    process.exitCode = 1
  }
  console.log(lastLine(total))
}

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const wanted = values.only?.flatMap((names) => names.split(','))
const unknown = wanted?.filter((name) => !parts.some((part) => part.name === name)) ?? []
if (unknown.length > 0) {
  const known = parts.map((part) => part.name).join(', ')
  console.error(`没有“${unknown.join(', ')}”这一部分，可选 There is no such part; there are: ${known}`)
  process.exitCode = 2
} else await runAll(parts.filter((part) => wanted?.includes(part.name) ?? true))
