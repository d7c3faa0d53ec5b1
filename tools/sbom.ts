import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { billOf } from './sbom/bill.ts'

// Writes docs/security/sbom.cdx.json from the lockfile by npm's own `npm sbom`: `npm run sbom` after each change of packages.
const root = fileURLToPath(new URL('../', import.meta.url))
const question = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
const script = process.env['npm_execpath']
const made = script?.endsWith('.js')
  ? execFileSync(process.execPath, [script, ...question], options)
  : execFileSync('npm', question, { ...options, shell: process.platform === 'win32' })
const { name } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  name: string
}
const file = fileURLToPath(new URL('../docs/security/sbom.cdx.json', import.meta.url))
writeFileSync(file, billOf(made, name))
console.log(`docs/security/sbom.cdx.json`)
