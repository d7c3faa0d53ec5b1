import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Bill, billOf, packagesOf } from './bill.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const text = read('docs/security/sbom.cdx.json')

test('the bill of materials lists the packages of the lockfile, all of them and no other: else run npm run sbom', () => {
  const bill = JSON.parse(text) as Bill
  expect(bill.components.map((one) => one['bom-ref']).sort()).toEqual(packagesOf(read('package-lock.json')))
})

test('it says nothing of the machine or the moment that it was made by', () => {
  expect(text.match(/https?:\/\/[^"/]*/g)).toEqual(['http://cyclonedx.org'])
  expect(text).not.toMatch(/"(timestamp|serialNumber|resolved)"|"\//)
  const made = {
    components: [],
    dependencies: [],
    metadata: { timestamp: 'now', component: { name: 'folder' } },
  }
  const again = billOf(JSON.stringify({ ...made, serialNumber: 'urn:uuid:1' }), 'linli')
  expect(again).toBe(billOf(JSON.stringify({ ...made, serialNumber: 'urn:uuid:2' }), 'linli'))
  expect(JSON.parse(again)).toEqual({
    components: [],
    dependencies: [],
    metadata: { component: { name: 'linli' } },
  })
})
