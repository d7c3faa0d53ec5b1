import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cache } from './cache.ts'

interface Unpacked {
  executablePath: string
  libraries: string
}

/** The package unpacks into the temporary directory, and its libraries only where it believes to be in a function host. */
const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once for each version of it.
 * Done aside and put in place by one rename, so that neither a second run nor a killed one leaves half a browser.
 * @throws Error with what to do, on a machine that the package has no browser for
 */
export async function unpackChromium(): Promise<Unpacked> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      '没有找到浏览器：请安装 Chrome，或用 CHROME_PATH 写明它在哪里。 Install Chrome, or set CHROME_PATH.',
    )
  const home = join(cache, `chromium-${await packageVersion()}`)
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true })
    const aside = await mkdtemp(join(cache, 'unpacking-'))
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
    await rename(aside, home).catch(async (error: unknown) => {
      if (!existsSync(home)) throw error
      await rm(aside, { recursive: true }) // another run was first
    })
  }
  return { executablePath: join(home, 'chromium'), libraries: join(home, 'al2023/lib') }
}

async function packageVersion(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const { version }: { version: string } = JSON.parse(
    await readFile(join(dirname(entry), '../../package.json'), 'utf8'),
  )
  return version
}
