import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pmtiles } from '../../../../../tests/kit/files.ts'
import { readMapGround, TILES_ADDRESS, tilesOrigin } from './settings.ts'

const TIANDITU = 'https://t0.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=0123'
const read = (env: NodeJS.ProcessEnv) => {
  const mistakes: string[] = []
  return { ground: readMapGround(env, mistakes), mistakes }
}
const directory = mkdtempSync(join(tmpdir(), 'linli-tiles-'))
const fileOf = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(directory, name), bytes)
  return join(directory, name)
}

test('without a word of it the ground is plain', () => {
  expect(read({})).toEqual({ ground: {}, mistakes: [] })
})

test('tiles of a service keep their address and source', () => {
  const { ground, mistakes } = read({ TILES_URL: TIANDITU, TILES_ATTRIBUTION: '天地图 GS(2024)0568号' })
  expect(mistakes).toEqual([])
  expect(ground.tiles).toEqual({ url: TIANDITU, attribution: '天地图 GS(2024)0568号', isFile: false })
  expect(tilesOrigin(TIANDITU)).toBe('https://t0.tianditu.gov.cn')
})

test('a file of pictures is served from here', () => {
  const file = fileOf('town.pmtiles', pmtiles(2))
  const { ground, mistakes } = read({ TILES_FILE: file, TILES_ATTRIBUTION: '自制底图' })
  expect(mistakes).toEqual([])
  expect(ground).toEqual({
    tiles: { url: TILES_ADDRESS, attribution: '自制底图', isFile: true },
    file,
  })
})

test.each([
  ['no source', { TILES_URL: TIANDITU }, /TILES_ATTRIBUTION/],
  ['no numbers of tiles', { TILES_URL: 'https://maps.example.cn/', TILES_ATTRIBUTION: '图' }, /TILES_URL/],
  ['another scheme', { TILES_URL: 'file:///{z}/{x}/{y}', TILES_ATTRIBUTION: '图' }, /TILES_URL/],
  [
    'a host that would widen the policy',
    { TILES_URL: 'https://*.example.cn/{z}/{x}/{y}', TILES_ATTRIBUTION: '图' },
    /TILES_URL/,
  ],
  ['a relative file', { TILES_FILE: 'map.pmtiles', TILES_ATTRIBUTION: '图' }, /绝对路径/],
  ['a file that is not there', { TILES_FILE: join(directory, 'none'), TILES_ATTRIBUTION: '图' }, /ENOENT/],
  [
    'another kind of file',
    { TILES_FILE: fileOf('text', Buffer.from('text')), TILES_ATTRIBUTION: '图' },
    /不是第 3 版/,
  ],
  ['vector tiles', { TILES_FILE: fileOf('vector.pmtiles', pmtiles(1)), TILES_ATTRIBUTION: '图' }, /图片瓦片/],
  [
    'both',
    { TILES_URL: TIANDITU, TILES_FILE: fileOf('both', pmtiles(2)), TILES_ATTRIBUTION: '图' },
    /只设一个/,
  ],
])('refuses %s with a sentence', (_, env, sentence) => {
  expect(read(env).mistakes.join('\n')).toMatch(sentence)
})
