import { cp, lstat, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

/** What is made and not written, anywhere or below the root alone; linked where it is needed, never copied. */
const MADE = new Set(['node_modules', 'dist', '.git', '.data'])
const MADE_AT_ROOT = new Set(['test-results', 'coverage', 'reports'])
const BUILT_SCREENS = join('apps', 'screens', 'dist')

export type WorkTree = { readonly root: string; remove(): Promise<void> }

/**
 * A copy of the sources in the system's temporary directory, in which files may be broken at will. Packages are linked to
 * those installed here, the house's own to the copy.
 */
export async function openWorkTree(): Promise<WorkTree> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'linli-flaws-')))
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true, maxRetries: 5 })
  try {
    await cp(ROOT, root, { recursive: true, filter: isWritten })
    await linkPackages(root)
    await symlink(join(ROOT, BUILT_SCREENS), join(root, BUILT_SCREENS))
  } catch (error) {
    await remove()
    throw error
  }
  return { root, remove }
}

function isWritten(path: string): boolean {
  const name = basename(path)
  return path === ROOT || !(MADE.has(name) || (dirname(path) === ROOT && MADE_AT_ROOT.has(name)))
}

async function linkPackages(root: string): Promise<void> {
  const [from, to] = [join(ROOT, 'node_modules'), join(root, 'node_modules')]
  await mkdir(to)
  for (const name of await readdir(from)) {
    if (name.startsWith('.vite')) continue // a cache of paths
    if (name !== '@linli') await symlink(join(from, name), join(to, name))
  }
  await mkdir(join(to, '@linli'))
  for (const name of await readdir(join(from, '@linli')))
    if ((await lstat(join(from, '@linli', name))).isSymbolicLink())
      await cp(join(from, '@linli', name), join(to, '@linli', name), { verbatimSymlinks: true })
}
