import { expect, test } from 'vitest'
import { linksTo } from './navigation.ts'

const SPOTS = {
  wgs84: [115.9, 28.67],
  gcj02: [115.904963, 28.667268],
  bd09: [115.91149, 28.6732],
} as const

test('each map is opened by its own words, in its own coordinates, and in its own order of them', () => {
  const { amap, tencent, baidu, geo } = linksTo('红色驿站', '一路 1 号', SPOTS)
  const parts = (address: string) => {
    const { origin, pathname, searchParams } = new URL(address)
    return [`${origin}${pathname}`, Object.fromEntries(searchParams)]
  }
  expect(parts(amap)).toEqual([
    'https://uri.amap.com/marker',
    {
      position: '115.904963,28.667268',
      name: '红色驿站',
      coordinate: 'gaode',
      callnative: '1',
      src: 'linli',
    },
  ])
  expect(parts(tencent)).toEqual([
    'https://apis.map.qq.com/uri/v1/marker',
    { marker: 'coord:28.667268,115.904963;title:红色驿站;addr:一路 1 号', referer: 'linli' },
  ])
  expect(parts(baidu)).toEqual([
    'https://api.map.baidu.com/marker',
    {
      location: '28.673200,115.911490',
      title: '红色驿站',
      content: '一路 1 号',
      output: 'html',
      coord_type: 'bd09ll',
      src: 'linli',
    },
  ])
  expect(geo).toBe('geo:28.670000,115.900000?q=28.670000,115.900000(%E7%BA%A2%E8%89%B2%E9%A9%BF%E7%AB%99)')
})

test('a name brings no part of an address along', () => {
  const { amap, tencent } = linksTo('甲;addr:乙&src=x', '丙:丁', SPOTS)
  expect(new URL(tencent).searchParams.get('marker')).toBe(
    'coord:28.667268,115.904963;title:甲 addr 乙&src=x;addr:丙 丁',
  )
  expect(new URL(amap).searchParams.getAll('src')).toEqual(['linli'])
})
