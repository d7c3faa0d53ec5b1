import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { duchang } from './index.ts'

const DOCUMENT = new URL('../../../../../shared/seeds/002_3a6f5627bf0435bd.txt', import.meta.url)
/** So many characters in a row that also stand in the document count as a quotation. */
const QUOTATION_LENGTH = 12

const itemsOf = (list: string) => duchang.catalogue.filter((item) => item.list === list)

it('keeps the printed figures where they name their row', () => {
  const told = JSON.stringify(duchang)
  for (const figure of [
    '13个',
    '10.6万',
    '93个',
    '572个',
    '1800',
    '129个',
    '65个',
    '1648',
    '73支',
    '829个',
    '362个',
  ])
    expect(told, figure).toContain(figure)
})

it('stands on town, community, grid and building: a path such as /t01/c03/g12/b5/', () => {
  expect(duchang.levels.map((level) => level.prefix).join('')).toBe('tcgb')
})

it('reads each wish before it is offered, gives it to one, and takes it back when its time is over', () => {
  for (const item of itemsOf('wish'))
    expect(item, item.key).toMatchObject({ grabbable: true, automatic: false, returnsToPool: true })
})

it('lets the grid worker close what is small, with evidence, and nothing else', () => {
  const own = duchang.catalogue.filter(({ selfHandled }) => selfHandled)
  expect(own.length).toBeGreaterThanOrEqual(4)
  for (const item of own) {
    expect(item.list, item.key).toBe('grid')
    expect(item.unit, item.key).toBeNull()
  }
})

it('says the five steps and the days of duty in the words of the place', () => {
  const steps = ['placeOrder', 'dispatchOrder', 'claimOrder', 'showOrder', 'rateOrder']
  expect(steps.map((verb) => duchang.labels[`step.${verb}`]?.zh.slice(-2))).toEqual([
    '点单',
    '派单',
    '接单',
    '晒单',
    '评单',
  ])
  expect(duchang.labels['duty.hours']?.zh).toContain('365天')
})

/** The document lies outside the repository: where it is absent there is nothing to compare with, and the test says so. */
it.skipIf(!existsSync(DOCUMENT))(
  'quotes no sentence of the document (runs only where the document lies beside the project)',
  () => {
    const plain = (text: string) => text.replace(/\s/g, '')
    const document = plain(readFileSync(DOCUMENT, 'utf8'))
    const texts: string[] = []
    // The title is a name, not a quotation, so `document` is left out.
    JSON.stringify(duchang, (key, value) => {
      if (typeof value === 'string' && key !== 'document') texts.push(plain(value))
      return value
    })
    expect(texts.length).toBeGreaterThan(300)
    for (const text of texts)
      for (let at = 0; at + QUOTATION_LENGTH <= text.length; at++)
        expect(document.includes(text.slice(at, at + QUOTATION_LENGTH)), text).toBe(false)
  },
)
