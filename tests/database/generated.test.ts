import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differences } from '../../db/catalogue/compare.ts'
import { CATALOGUE } from '../../db/catalogue/index.ts'
import { renderProcessing } from '../../db/catalogue/processing.ts'
import { renderCatalogue } from '../../db/catalogue/render.ts'
import { type Column, readColumns } from '../../db/columns.ts'
import { renderRowTypes } from '../../db/rowTypes.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'

let database: TestDatabase
let columns: Column[]

beforeAll(async () => {
  database = await testDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  columns = await readColumns(owner)
  await owner.end()
})
afterAll(() => database.close())

test('every column of the database has an entry in the catalogue, and every entry a column', () => {
  expect(columns.length).toBeGreaterThan(300)
  expect(differences(columns)).toEqual([])
})

test('what looks like a name, a phone, an address or a cipher is not filed as harmless', () => {
  const telling = /(cipher|hmac|hash|secret|phone|contact_name|password|room$)/
  const harmless = Object.entries(CATALOGUE).flatMap(([table, entry]) =>
    Object.entries(entry.columns)
      .filter(([name, { class: kind }]) => telling.test(name) && (kind === 'public' || kind === 'internal'))
      .map(([name]) => `${table}.${name}`),
  )
  // a ticket that is used up, a digest of codes, public numbers of an office, a station, an activity and a merchant
  expect(harmless).toEqual([
    'door_tickets.ticket_hash',
    'commands.request_hash',
    'units.duty_phone',
    'stations.phone',
    'activities.phone',
    'merchants.phone',
  ])
})

test('only what holds no person may rest on no legal basis', () => {
  const wrong = Object.entries(CATALOGUE).flatMap(([table, entry]) =>
    Object.entries(entry.columns)
      .filter(
        ([, { class: kind, basis }]) => basis === 'noPerson' && kind !== 'public' && kind !== 'internal',
      )
      .map(([name]) => `${table}.${name}`),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['db/tables.ts', () => renderRowTypes(columns)],
  ['docs/data-catalogue.md', () => renderCatalogue(columns)],
  ['docs/privacy/processing.md', () => renderProcessing()],
])('%s is fresh: run node db/generate.ts after a migration', async (path, render) => {
  expect(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(render())
})
