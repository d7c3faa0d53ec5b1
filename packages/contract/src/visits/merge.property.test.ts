import fc from 'fast-check'
import { expect, it } from 'vitest'
import { conflictsOf, headsOf, merged } from './merge.ts'

type Written = { id: string; visit: string; replaces: string[]; phone: number }

const VISITS = 6
const step = fc.record({
  phone: fc.nat({ max: 2 }),
  visit: fc.nat({ max: VISITS - 1 }),
  /** What happens: something is written down, the phone sends some of it, or reads what the server has. */
  deed: fc.constantFrom('write', 'write', 'send', 'read', 'settle'),
  /** Where a cut falls: so many of the sent records arrive, and whether their answer is lost and they go out again. */
  arrive: fc.nat({ max: 8 }),
  lost: fc.boolean(),
  backwards: fc.boolean(),
})

/** Phones that write offline, send in any order with cuts and repeats, and read now and then. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  const phones: Written[][] = [[], [], []]
  const waiting: Written[][] = [[], [], []]
  const all: Written[] = []
  let server: Written[] = []
  for (const { phone, visit, deed, arrive, lost, backwards } of steps) {
    const known = phones[phone] ?? []
    const out = waiting[phone] ?? []
    const heads = headsOf(known).filter((one) => one.visit === String(visit))
    if (deed === 'write' || (deed === 'settle' && heads.length > 1)) {
      const replaces = deed === 'settle' ? heads.map(({ id }) => id) : heads.slice(0, 1).map(({ id }) => id)
      const record = { id: `r${String(all.length).padStart(4, '0')}`, visit: String(visit), replaces, phone }
      all.push(record)
      known.push(record)
      out.push(record)
    }
    if (deed === 'send') {
      const sent = (backwards ? out.toReversed() : out).slice(0, arrive)
      server = merged(server, sent)
      if (!lost) waiting[phone] = out.filter((one) => !sent.includes(one))
    }
    if (deed === 'read') phones[phone] = merged(known, backwards ? server.toReversed() : server)
  }
  return { phones, waiting, all, server }
}

const ids = (records: readonly Written[]) => records.map(({ id }) => id).sort()

it('any interleaving of writing offline, repeats, other orders and cuts ends with the same, and nothing written is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const { phones, waiting, all, server } = play(steps)
      // What is on the way is either at the server or still waiting on its phone, at every moment.
      expect(ids(merged(server, waiting.flat()))).toEqual(ids(all))
      let ended = server
      for (const out of waiting) ended = merged(ended, merged(out, out))
      expect(ids(ended)).toEqual(ids(all))
      for (const phone of phones) {
        const here = merged(phone, ended)
        expect(headsOf(here).map(({ id }) => id)).toEqual(headsOf(ended.toReversed()).map(({ id }) => id))
      }
      // Every visit that was written stands, and what does not stand was replaced by somebody.
      const heads = headsOf(ended)
      expect(new Set(heads.map(({ visit }) => visit))).toEqual(new Set(all.map(({ visit }) => visit)))
      const replaced = new Set(all.flatMap(({ replaces }) => replaces))
      for (const { id } of all) expect(heads.some((head) => head.id === id) || replaced.has(id)).toBe(true)
    }),
    { numRuns: 1000, seed: Number(process.env['SEED'] ?? 20261122) },
  )
})

it('two phones that replace the same record stand beside each other until somebody replaces both', () => {
  const first = { id: 'a', visit: 'v', replaces: [] }
  const here = { id: 'b', visit: 'v', replaces: ['a'] }
  const there = { id: 'c', visit: 'v', replaces: ['a'] }
  expect(conflictsOf([first, here])).toEqual([])
  expect(conflictsOf([there, here, first])).toEqual([[here, there]])
  expect(conflictsOf([first, here, there, { id: 'd', visit: 'v', replaces: ['b', 'c'] }])).toEqual([])
})

it('what replaces a record may come before it', () => {
  expect(headsOf([{ id: 'b', replaces: ['a'] }]).map(({ id }) => id)).toEqual(['b'])
  expect(
    headsOf([
      { id: 'b', replaces: ['a'] },
      { id: 'a', replaces: [] },
    ]).map(({ id }) => id),
  ).toEqual(['b'])
})
