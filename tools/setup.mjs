// The door behind `npm start`, `npm test` and the other npm scripts: plain JavaScript for the machine's own Node (20 or
// newer) with nothing installed. It brings the tree into shape and hands over to the pinned Node 24.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildScreens } from './build-screens.mjs'
import { ensurePackages, programsAreThere } from './packages.mjs'
import { pinnedNode, root, run } from './run.mjs'

const main = join('apps', 'server', 'src', 'main.ts')
/** Keeps the heap near what is alive instead of letting garbage lie while the machine has room; no limit that could end it. */
const flags = JSON.parse(readFileSync(join(root, 'apps', 'server', 'flags.json'), 'utf8'))

/** What each command hands over to (`build` ends with the screens), and whether the screens must be up to date. */
const commands = {
  start: { screens: true, program: [...flags, main] },
  test: { program: [join('tools', 'test.ts')] },
  check: { program: [join('tools', 'check.ts')] },
  build: { screens: true },
  'demo:reset': { program: [main, 'demo:reset'] },
  'first-admin': { program: [main, 'first-admin'] },
  'export-region': { program: [main, 'export-region'] },
  'import-region': { program: [main, 'import-region'] },
  'rotate-keys': { program: [main, 'rotate-keys'] },
  backup: { program: [main, 'backup'] },
  restore: { program: [main, 'restore'] },
  bench: { program: [join('bench', 'main.ts')] },
  verify: { program: [join('tools', 'verify.ts')] },
  sbom: { program: [join('tools', 'sbom.ts')] },
  replay: { program: [join('apps', 'server', 'src', 'replay', 'main.ts')] },
}

const [name, ...args] = process.argv.slice(2)
process.exitCode = await setUp(name, args)

/**
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function setUp(name, args) {
  const command = name === undefined ? undefined : commands[name]
  if (command === undefined) return unknown(name)
  const code = await ensurePackages(() =>
    console.log('[1/4] 安装依赖，首次约一两分钟 Installing packages, a minute or two the first time …'),
  )
  if (code !== 0) return code
  if (!programsAreThere(!(process.env.DATABASE_URL || process.env.TEST_DATABASE_URL))) return 1
  if (command.screens) {
    const built = await buildScreens(() => console.log('[2/4] 编译界面 Building the screens …'))
    if (built !== 0) return built
  }
  if (command.program === undefined) return 0
  const follow = join(root, 'tools', 'follow.mjs')
  return run(pinnedNode, ['--import', follow, ...command.program, ...args], { follow: true })
}

function unknown(name) {
  const known = Object.keys(commands).join(' · ')
  console.error(
    `没有“${name ?? ''}”这个命令，可用的有 There is no command “${name ?? ''}”; there are: ${known}`,
  )
  return 2
}
