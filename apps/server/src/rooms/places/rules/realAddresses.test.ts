import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { addressBook, type BookArea } from './addressBook.ts'
import { canonical } from './addressText.ts'
import { findAddress } from './findAddress.ts'

const DATA = new URL('../../../../../../../shared/data/', import.meta.url)
const FILES = ['hotline_cases', 'messages_labelled', 'messages_unlabelled'].map(
  (name) => new URL(`${name}.jsonl`, DATA),
)
const isThere = FILES.every((file) => existsSync(file))
/** Of the addresses that citizens wrote in their messages. */
const READ_RIGHT = 0.95

type Written = { readonly typed: string; readonly estate: string; readonly building: string }
type Door = { readonly entrance: string | undefined; readonly room: string | undefined }

const ESTATE = '小区|花园|苑|家园|城|园|府|湾|庭|公寓|新村|国际|广场|豪庭|名城|嘉园'
/** What stands before the name of an estate, its name, and its doors with their units: no reader, it knows only the plainest way. */
const PLAIN = new RegExp(
  `([^，。；,！？!?\\n\\s“”"]{0,24}?[市区县镇路街道号住在是家的])([\\p{Script=Han}]{2,7}(?:${ESTATE}))(第?[一二三四五六七八九十\\d]{1,2}期)?` +
    '([\\dA-Z一二三四五六七八九十]{1,3})(?:栋|幢|座|号楼)(?:([\\d一二三四五六七八九十]{1,2})单元)?(?:(\\d{3,4})(?:室|房|号|户)?)?(?![\\d、至到和-])',
  'gu',
)

function addressesIn(text: string): (Written & Door)[] {
  return [...text.matchAll(PLAIN)].flatMap(
    ([typed, , name = '', phase = '', building = '', entrance, room]) =>
      /[有共和的]/.test(name) ? [] : [{ typed, estate: name + phase, building, entrance, room }],
  )
}

function textsOf(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { title, content, detail }: { title?: string; content?: string; detail?: string } =
        JSON.parse(line)
      return [title, content, detail].filter((text) => text !== undefined)
    })
}

/** A register that knows every one of these estates and buildings, each with nine entrances. */
function registerOf(all: readonly Written[]): { areas: BookArea[]; paths: Map<Written, string> } {
  const areas: BookArea[] = [
    { path: '/s1/', level: 'street', name: '示范街道', compound: null },
    { path: '/s1/c1/', level: 'community', name: '示范社区', compound: null },
  ]
  const grids = new Map<string, string>()
  const buildings = new Map<string, string>()
  const paths = new Map<Written, string>()
  for (const one of all) {
    const grid = grids.get(one.estate) ?? `/s1/c1/g${grids.size + 1}/`
    if (!grids.has(one.estate))
      areas.push({ path: grid, level: 'grid', name: `${grids.size + 1}网格`, compound: null })
    grids.set(one.estate, grid)
    const number = canonical(one.building)
    const path = buildings.get(`${grid}${number}`) ?? `${grid}b${buildings.size + 1}/`
    if (!buildings.has(`${grid}${number}`)) {
      areas.push({ path, level: 'building', name: `${number}栋`, compound: one.estate })
      for (let entrance = 1; entrance <= 9; entrance += 1)
        areas.push({
          path: `${path}e${entrance}/`,
          level: 'entrance',
          name: `${entrance}单元`,
          compound: null,
        })
    }
    buildings.set(`${grid}${number}`, path)
    paths.set(one, path)
  }
  return { areas, paths }
}

it('reads nearly all addresses of real messages right, with what is written around them', (context) => {
  if (!isThere) context.skip('the public messages are not on this machine')
  const written = new Map(
    FILES.flatMap(textsOf)
      .flatMap(addressesIn)
      .map((one) => [one.typed, one]),
  )
  const all = [...written.values()]
  const { areas, paths } = registerOf(all)
  const book = addressBook(areas, [])
  const wrong = all.filter(({ typed, entrance, room, ...one }) => {
    const [best] = findAddress(book, typed)
    const path = paths.get(written.get(typed) ?? { typed, ...one })
    const door = entrance ? `${path}e${canonical(entrance)}/` : path
    return best?.node.path !== door || (room !== undefined && best?.room !== room)
  })
  expect(all.length).toBeGreaterThan(150)
  expect(1 - wrong.length / all.length).toBeGreaterThan(READ_RIGHT)
})
