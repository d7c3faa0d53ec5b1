import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filledBy } from './filledBy.ts'

const ROOMS = join(import.meta.dirname, '../../../screens/src/rooms')
const pages = globSync('**/*.tsx', { cwd: ROOMS }).map((file) => readFileSync(join(ROOMS, file), 'utf8'))
const said = pages.map((text) => [...text.matchAll(/<Fills operation="(\w+)"/g)].map(([, one]) => one))
const ledgersOf = (operation: string) =>
  Object.keys(filledBy).filter((key) => filledBy[key]?.some((one) => one.operation === operation))

const operations = [
  ...new Set(Object.values(filledBy).flatMap((ways) => ways.map(({ operation }) => operation))),
]

test.each(operations)('the form of %s says which ledger it fills', (operation) => {
  const own = said.flat().includes(operation)
  // A press without a form, beside a form that fills the same ledger.
  const beside = pages.some(
    (text, at) =>
      text.includes(`'${operation}'`) &&
      said[at]?.some((one = '') => ledgersOf(one).some((key) => ledgersOf(operation).includes(key))),
  )
  expect(own || beside).toBe(true)
})
