import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pmtiles } from '../../../../tests/kit/files.ts'
import { openTestHouse, type TestHouse } from '../../../../tests/kit/house.ts'
import { type Actor, castOf } from '../../../../tests/kit/houseCast.ts'
import { buildWorld } from '../../../../tests/kit/houseWorld.ts'

const SERVICE = 'https://t0.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}'
const ATTRIBUTION = '天地图 GS(2024)0568号'

const policyOf = async ({ house }: TestHouse): Promise<string> =>
  String((await house.app.inject({ url: '/healthz' })).headers['content-security-policy'])
const directive = (policy: string, name: string): string =>
  policy.split(';').find((part) => part.trim().startsWith(name)) ?? ''

describe('what lies under the map', () => {
  let directory: string
  let fromFile: TestHouse
  let actor: Actor
  let ask: (range?: string, token?: string) => Promise<{ status: number; bytes: Buffer; range: unknown }>

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'linli-map-'))
    const file = join(directory, 'town.pmtiles')
    await writeFile(file, Buffer.concat([pmtiles(2), Buffer.alloc(1000, 7)]))
    fromFile = await openTestHouse({ environment: { TILES_FILE: file, TILES_ATTRIBUTION: ATTRIBUTION } })
    const cast = await castOf(await buildWorld(fromFile))
    const resident = cast.find(({ role }) => role === 'regionAdmin')
    if (!resident) throw new Error('the cast has no administrator')
    actor = resident
    ask = async (range, token = actor.token) => {
      const headers = {
        ...(range ? { range } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      }
      const answer = await fromFile.house.app.inject({ url: '/tiles/map.pmtiles', headers })
      return {
        status: answer.statusCode,
        bytes: answer.rawPayload,
        range: answer.headers['content-range'],
      }
    }
  })
  afterAll(async () => {
    await fromFile.close()
    await rm(directory, { recursive: true, force: true })
  })

  it('a file is given piece by piece to whoever is signed in', async () => {
    const head = await ask('bytes=0-126')
    expect([head.status, head.range]).toEqual([206, 'bytes 0-126/1127'])
    expect(head.bytes).toEqual(pmtiles(2))
    expect((await ask('bytes=1000-5000')).range).toBe('bytes 1000-1126/1127')
    for (const range of [undefined, 'bytes=2000-3000', 'bytes=5-2', 'bytes=0-1,5-6', 'bytes=-5'])
      expect((await ask(range)).status, range).toBe(416)
    expect((await ask('bytes=0-126', '')).status).toBe(401)
  })

  it('a file needs nothing from elsewhere', async () => {
    const policy = await policyOf(fromFile)
    expect(directive(policy, 'connect-src').trim()).toBe("connect-src 'self'")
    expect(directive(policy, 'img-src')).not.toContain('http')
  })

  it('a service on the net is let into the page, it alone, and is told to the screens', async () => {
    const house = await openTestHouse({ environment: { TILES_URL: SERVICE, TILES_ATTRIBUTION: ATTRIBUTION } })
    try {
      const policy = await policyOf(house)
      expect(directive(policy, 'connect-src').trim()).toBe("connect-src 'self' https://t0.tianditu.gov.cn")
      expect(directive(policy, 'img-src').trim()).toBe(
        "img-src 'self' data: blob: https://t0.tianditu.gov.cn",
      )
      expect(directive(policy, 'script-src').trim()).toBe("script-src 'self'")
      const world = await buildWorld(house)
      const admin = (await castOf(world)).find(({ role }) => role === 'regionAdmin')
      const { body } = await world.ask(
        world.operations.find(({ id }) => id === 'getMapSettings') ?? missing(),
        admin?.token,
        {},
      )
      expect(body).toEqual({ tiles: { url: SERVICE, attribution: ATTRIBUTION, isFile: false }, offset: null })
    } finally {
      await house.close()
    }
  })
})

function missing(): never {
  throw new Error('there is no such operation')
}
