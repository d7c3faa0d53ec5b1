import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const screens = join(import.meta.dirname, '..')

it('says every sentence in English too', () => {
  const files = globSync('**/locales/en.po', { cwd: screens })
  expect(files.length).toBeGreaterThan(0)
  const missing = files.flatMap((file) => {
    const entries = readFileSync(join(screens, file), 'utf8').split('\n\n').slice(1)
    return entries
      .filter((entry) => /^msgid "/m.test(entry) && /^msgstr ""$(?!\n")/m.test(entry))
      .map((entry) => `${file}: ${/^msgid (.*)$/m.exec(entry)?.[1]}`)
  })
  expect(missing).toEqual([])
})
