import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evidencePage } from './page.ts'
import { ASVS, STANDARDS } from './standards.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const all = STANDARDS.flatMap(({ chapters }) => chapters).flatMap(({ requirements }) => requirements)

test.each(STANDARDS)(
  'docs/security/$page is as fresh as its table: else run node tools/evidence.ts',
  (one) => {
    expect(read(`docs/security/${one.page}`)).toBe(evidencePage(one))
  },
)

test('each test that is named as evidence stands in its file', () => {
  const missing = all
    .flatMap(({ id, tests = [] }) => tests.map((named) => ({ id, named })))
    .filter(({ named }) => {
      const [path = '', title = ''] = named.split('#')
      return title === '' || !existsSync(new URL(path, root)) || !read(path).includes(title)
    })
  expect(missing).toEqual([])
})

test('no requirement is decided twice, and what is said of each is said', () => {
  const ids = all.map(({ id }) => id)
  expect(ids.length - new Set(ids).size).toBe(0)
  expect(all.filter(({ about, how }) => about.length < 4 || how.length < 4)).toEqual([])
})

test('of ASVS level 1 nothing is open, and 60 of 100 that apply are shown by a test', () => {
  const asvs = ASVS.chapters.flatMap(({ requirements }) => requirements)
  expect(asvs.filter(({ level, state }) => level === 1 && state === 'open')).toEqual([])
  const applying = asvs.filter(({ state }) => state !== 'notApplicable')
  const tested = applying.filter(({ tests = [] }) => tests.length > 0)
  expect(tested.length / applying.length).toBeGreaterThanOrEqual(0.6)
})

const source = new URL('../shared/data/asvs-5.0.json', root)
test.skipIf(!existsSync(source))(
  'every requirement of ASVS 5.0 at levels 1 and 2 is decided (needs the standard beside the project)',
  () => {
    const { requirements } = JSON.parse(readFileSync(source, 'utf8')) as {
      requirements: { req_id: string; L: string }[]
    }
    const wanted = requirements.filter(({ L }) => Number(L) <= 2).map(({ req_id, L }) => `${req_id} ${L}`)
    const decided = ASVS.chapters.flatMap(({ requirements }) =>
      requirements.map(({ id, level }) => `${id} ${level}`),
    )
    expect(wanted).toHaveLength(253)
    expect(decided.sort()).toEqual(wanted.sort())
  },
)
