import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeTown, type TownHousehold } from '../../../demo/large/madeTown.ts'
import { chineseDigits, chineseNumber } from '../../../demo/large/names.ts'
import { addressBook, type BookAlias } from './addressBook.ts'
import { findAddress } from './findAddress.ts'

const area = (path: string, level: string, name: string, compound: string | null = null) => ({
  path,
  level,
  name,
  compound,
})
const AREAS = [
  area('/s1/', 'street', '示范街道'),
  area('/s1/c1/', 'community', '桃源社区'),
  area('/s1/c2/', 'community', '柳苑社区'),
  area('/s1/c1/g1/', 'grid', '一网格'),
  area('/s1/c2/g1/', 'grid', '一网格'),
  area('/s1/c1/g1/b3/', 'building', '3栋', '阳光小区'),
  area('/s1/c1/g1/b13/', 'building', '13栋', '阳光小区'),
  area('/s1/c2/g1/b3/', 'building', '三号楼', '五星花园二期'),
  area('/s1/c2/g1/b4/', 'building', 'A座', '五星花园一期'),
  area('/s1/c2/g1/b5/', 'building', '综合楼', '五星花园一期'),
  area('/s1/c1/g1/b3/e1/', 'entrance', '1单元'),
  area('/s1/c1/g1/b3/e2/', 'entrance', '2单元'),
]
const ALIASES: BookAlias[] = [
  { path: '/s1/c1/', compound: '阳光小区', alias: '老棉纺厂宿舍', kind: 'formerName' },
  { path: '/s1/c1/g1/b3/', compound: null, alias: '八一中路120号', kind: 'streetNumber' },
]
const book = addressBook(AREAS, ALIASES)
const found = (typed: string) =>
  findAddress(book, typed).map(({ node, room, reasons }) => [node.path, room, reasons.join(' ')])

it.each([
  ['阳光小区3栋2单元501', '/s1/c1/g1/b3/e2/', '501', ''],
  ['阳光小区三幢贰单元五〇一室', '/s1/c1/g1/b3/e2/', '501', 'otherUnit'],
  ['桃源社区一网格阳光小区3栋2单元5楼1室', '/s1/c1/g1/b3/e2/', '501', ''],
  ['老棉纺厂宿舍3栋2单元501', '/s1/c1/g1/b3/e2/', '501', 'formerName'],
  ['八一中路120号2单元501', '/s1/c1/g1/b3/e2/', '501', 'alias'],
  ['5星花园2期3号楼', '/s1/c2/g1/b3/', null, ''],
  ['五星花园 一期 a座 1203', '/s1/c2/g1/b4/', '1203', 'partOfName'],
  ['五星花园一期综合楼', '/s1/c2/g1/b5/', null, ''],
  ['桃源', '/s1/c1/', null, 'partOfName'],
])('understands %s', (typed, path, room, reasons) => {
  expect(found(typed)[0]).toEqual([path, room, reasons])
})

it('does not take 3栋 for 13栋, nor a name it does not know for one it knows', () => {
  expect(found('阳光小区3栋').map(([path]) => path)).toEqual(['/s1/c1/g1/b3/'])
  for (const typed of [
    '金色年华3栋2单元501',
    '阳光小区7栋',
    '阳光小区3栋9单元',
    '不知道',
    '',
    '%',
    "' or true --",
  ])
    expect(found(typed), typed).toEqual([])
})

it('offers a choice where an address says too little or contradicts itself, and says why', () => {
  expect(found('一网格').map(([path]) => path)).toEqual(['/s1/c1/g1/', '/s1/c2/g1/'])
  expect(found('阳光小区').map(([path]) => path)).toEqual(['/s1/c1/g1/b3/', '/s1/c1/g1/b13/'])
  expect(found('五星花园')).toHaveLength(3)
  expect(found('阳光小区3-2-501')[0]).toEqual(['/s1/c1/g1/b3/e2/', '501', 'order'])
  expect(found('阳光小区3栋2501')).toEqual([
    ['/s1/c1/g1/b3/', '2501', ''],
    ['/s1/c1/g1/b3/e2/', '501', 'order'],
  ])
  expect(found('柳苑社区阳光小区3栋')).toEqual([
    ['/s1/c1/g1/b3/', null, 'contradicts'],
    ['/s1/c2/g1/b3/', null, 'contradicts otherUnit'],
  ])
  expect(found('阳光小区王大妈家3栋')[0]).toEqual(['/s1/c1/g1/b3/', null, 'leftOver'])
})

it('says the way to a door in words', () => {
  expect(findAddress(book, '阳光小区3栋2单元')[0]?.node.text).toBe('桃源社区 一网格 阳光小区 3栋 2单元')
})

const town = makeTown({ grids: 160, households: 4800, people: 4800, hubs: 1, gridWorkers: 1 })
const townBook = addressBook(town.areas, [])

/** Ways in which people write the same door. Each part by itself; any may stand beside any. */
const HABITS = {
  before: ['', '{community}', '{street}{community}', '江西省{street} {community}{grid}', '我家住在'],
  building: ['{b}', '{b} ', '第{b}，', '{cb}', '{B}'],
  entrance: ['{e}单元', '{ce}单元', '第{e}单元 ', '{e}门'],
  room: ['{r}', '{r}室', '{cr}', '{cr}室', '{R}', '{f}楼{d}室', '-{r}', '{r}号', '{f}层{r}'],
} as const
const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))

function wordsOf({ path, room }: TownHousehold) {
  const at = (depth: number) =>
    townBook.byPath.get(
      `${path
        .split('/')
        .slice(0, depth + 1)
        .join('/')}/`,
    )
  const building = at(4)
  const entrance = at(5)?.label?.label ?? ''
  const number = building?.label?.label ?? ''
  const unit = building?.label?.unit ?? ''
  return {
    street: at(1)?.name ?? '',
    community: at(2)?.name ?? '',
    grid: at(3)?.name ?? '',
    compound: building?.compound ?? '',
    b: number + unit,
    B: fullWidth(number) + unit,
    cb: (/^\d+$/.test(number) ? chineseNumber(Number(number)) : number) + unit,
    e: entrance,
    ce: chineseNumber(Number(entrance)),
    r: room,
    R: fullWidth(room),
    cr: chineseDigits(room),
    f: room.slice(0, -2),
    d: String(Number(room.slice(-2))),
  } as const
}
const render = (words: ReturnType<typeof wordsOf>, pattern: string): string =>
  pattern.replace(/\{(\w+)\}/g, (_, key: keyof typeof words) => words[key])

const household = fc.constantFrom(...town.households)
const habit = fc.record({
  before: fc.constantFrom(...HABITS.before),
  building: fc.constantFrom(...HABITS.building),
  entrance: fc.constantFrom(...HABITS.entrance),
  room: fc.constantFrom(...HABITS.room),
})

it('gives back every door of a town, written in any habit', () => {
  fc.assert(
    fc.property(household, habit, fc.boolean(), (door, { before, building, entrance, room }, reversed) => {
      const words = wordsOf(door)
      const parts = ['{compound}', building, entrance, room.replace(/^-/, ' ')]
      // Backwards each part needs its unit, as on an envelope.
      const pattern = reversed
        ? ['{r}室', '{e}单元', '{b}', '{compound}', before.replace('我家住在', '')].join(' ')
        : before + parts.join('')
      const typed = render(words, pattern)
      const [best] = findAddress(townBook, typed)
      expect([best?.node.path, best?.room], typed).toEqual([door.path, door.room])
      expect(best?.reasons, typed).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

it('offers the door among its choices when the entrance or the units are left out', () => {
  fc.assert(
    fc.property(
      household,
      fc.constantFrom(
        '{compound}{b}{r}',
        '{compound}{b} {cr}室',
        '{compound}{e}-{r} {b}',
        '{compound} {n}-{e}-{r}',
      ),
      (door, pattern) => {
        const words = { ...wordsOf(door), n: wordsOf(door).b.replace(/[^0-9A-Z]+$/, '') }
        const typed = render(words, pattern)
        const choices = findAddress(townBook, typed)
        expect(
          choices.some(({ node, room }) => door.path.startsWith(node.path) && room === door.room),
          `${typed}: ${choices.map(({ node, room }) => `${node.path} ${room}`).join(', ')}`,
        ).toBe(true)
      },
    ),
    { numRuns: 600 },
  )
})
