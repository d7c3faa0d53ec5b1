import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pinnedNode, root, run } from './run.mjs'

const screens = join(root, 'apps', 'screens')
const stamp = join(screens, 'dist', '.built-from')
const sources = [screens, join(root, 'packages', 'contract'), join(root, 'packages', 'presets')]
const left = new Set(['node_modules', 'dist'])
const modes = ['hand', 'desk', 'wall']

/**
 * Builds hand, desk and wall when their sources, or the versions of packages, differ from those of the last build.
 * @param {() => void} announce called before a build
 * @returns {Promise<number>} exit code, 0 when the screens are up to date
 */
export async function buildScreens(announce) {
  const mark = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return 0
  announce()
  rmSync(stamp, { force: true })
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const codes = await Promise.all(
    modes.map((mode) =>
      run(pinnedNode, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], { cwd: screens }),
    ),
  )
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) {
    console.error('\n界面没有编译成功，原因见上文。 The screens were not built; the reason is above.')
    return failed
  }
  mkdirSync(join(screens, 'dist'), { recursive: true })
  writeFileSync(stamp, mark)
  return 0
}

/** One hash over the names and contents of everything a build reads. Tests are not part of the screens. */
function fingerprint() {
  const hash = createHash('sha256')
  const paths = [join(root, 'package-lock.json'), join(root, 'tsconfig.json')]
  for (const source of sources) paths.push(...filesUnder(source))
  for (const path of paths) hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

function* filesUnder(directory) {
  const entries = readdirSync(directory, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) {
      if (!left.has(entry.name)) yield* filesUnder(path)
    } else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await buildScreens(() => console.log('编译界面 Building the screens …'))
}
