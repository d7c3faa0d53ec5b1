import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cache } from './cache.ts'

const weights = ['400Regular', '500Medium', '700Bold']
const families = ['sans-serif', 'serif', 'monospace', 'system-ui']

/**
 * Writes a fontconfig file that knows Noto Sans SC from npm and nothing of the machine, and returns its path.
 * It has no emoji: pages under test must do without.
 */
export async function writeFontConfiguration(): Promise<string> {
  const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')))
  const folders = weights.map((weight) => `  <dir>${join(fonts, weight)}</dir>`)
  const aliases = families.map(
    (family) =>
      `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  )
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...folders,
    `  <cachedir>${join(cache, 'fontconfig')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n')
  const path = join(cache, 'fonts.conf')
  await mkdir(cache, { recursive: true })
  await writeFile(path, text)
  return path
}
