import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { writeFontConfiguration } from './fonts.ts'
import { unpackChromium } from './unpackChromium.ts'

export interface FoundBrowser {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Root may not use Chromium's sandbox, and containers seldom allow it; the pages under test are our own. */
const commonArgs = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none']

function inPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...elsewhere].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The browser for tests: CHROME_PATH, else one in PATH, else the Chromium of the npm package `@sparticuz/chromium`,
 * which brings its libraries and runs as root. `LINLI_BROWSER=package` takes the last at once.
 * Every one of them gets the same Chinese font, so that pages measure alike on all machines.
 * @throws Error when CHROME_PATH names no program, or LINLI_BROWSER holds an unknown word
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const wish = process.env['LINLI_BROWSER'] ?? ''
  if (wish !== '' && wish !== 'package')
    throw new Error(`LINLI_BROWSER may be "package" or empty, not "${wish}"`)
  const env: Record<string, string> = {
    ...ownEnvironment(),
    LC_ALL: 'C.UTF-8', // in a bare environment Chromium cannot write a Chinese file name, and calls it "download"
    FONTCONFIG_FILE: await writeFontConfiguration(),
  }
  const named = process.env['CHROME_PATH']
  if (named && !isExecutable(named)) throw new Error(`CHROME_PATH names no program that may be run: ${named}`)
  const installed = wish === 'package' ? undefined : named || inPath()
  if (installed !== undefined) return { executablePath: installed, args: commonArgs, env }
  const { executablePath, libraries } = await unpackChromium()
  const libraryPath = [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    executablePath,
    args: [...commonArgs, '--no-zygote'],
    env: { ...env, LD_LIBRARY_PATH: libraryPath },
  }
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
