import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type Actor, scopeOf, systemScope } from '../auth/actor.ts'
import { createServer } from '../http/serve.ts'
import { newId } from '../ids.ts'
import { createHub } from '../live/hub.ts'
import { eraseFile } from './files.ts'
import { filesRoom } from './http.ts'
import { localStorage } from './localStorage.ts'

let kit: TestDatabase
let app: FastifyInstance
let dataDir = ''
const actors = new Map<string, Actor>()
const person = (region = 1): string => {
  const token = newId()
  actors.set(token, {
    region,
    accountId: newId(),
    personId: newId(),
    sessionId: newId(),
    grants: [],
    units: [],
    teams: [],
  })
  return token
}
let me = ''

/** The rows of the register demand a living session behind each command. */
async function seat(region = 1): Promise<string> {
  const token = person(region)
  const actor = actors.get(token)
  await kit.db.global(sql`with account as (insert into accounts (id, created_at) values (${actor?.accountId}, app_now()) returning id)
    insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at)
    select ${actor?.sessionId}, ${Buffer.from(token)}, id, ${region}, ${actor?.personId}, app_now(), app_now(), app_now() + interval '1 day' from account`)
  return token
}

function upload(path: string, bytes: Buffer, token = me, key = newId()) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), '../../evil.html')
  return app.inject({
    method: 'POST',
    url: `/api/files/${path}`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    payload: form,
  })
}
const open = (id: string, token = me) =>
  app.inject({ method: 'GET', url: `/api/files/${id}`, headers: { authorization: `Bearer ${token}` } })
const onDisk = async () =>
  (await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
const photo = () =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: '#48c' } })
    .jpeg()
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '28/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '115/1 0/1 0/1',
      },
    })
    .toBuffer()
const amr = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(200)])

beforeAll(async () => {
  kit = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'linli-files-'))
  app = await createServer({
    db: kit.db,
    rooms: [
      filesRoom({
        db: kit.db,
        storage: localStorage(dataDir),
        mayReadOrder: async () => true,
        isShown: async () => false,
      }),
    ],
    hub: createHub(),
    resolveSession: async (token) => actors.get(token),
    defaultRegion: () => 1,
    secureCookies: false,
    frames: false,
    afterCommand: () => {},
    log: false,
  })
})
afterAll(async () => {
  await app.close()
  await kit.close()
  await rm(dataDir, { recursive: true })
})
beforeEach(async () => {
  me = await seat()
})

describe('an uploaded file', () => {
  test('comes back to its uploader as what it is', async () => {
    const answer = await upload('photos', await photo())
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ kind: 'photo', mediaType: 'image/webp', width: 60, height: 30 })
    const file = await open(answer.json().id)
    expect(file.statusCode).toBe(200)
    expect(file.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' })
    expect(file.rawPayload).toHaveLength(answer.json().bytes)
    expect((await sharp(file.rawPayload).metadata()).exif).toBeUndefined()
    const voice = await upload('voice', amr)
    expect((await open(voice.json().id)).rawPayload.equals(amr)).toBe(true)
  })

  test('lies on disk for the server alone, under no name of its sender', async () => {
    const { id } = (await upload('photos', await photo())).json()
    const entry = (await onDisk()).find((one) => one.name === `1-${id}`)
    expect(entry).toBeDefined()
    const path = join(entry?.parentPath ?? '', entry?.name ?? '')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await onDisk()).some((one) => one.name.includes('evil'))).toBe(false)
  })

  test('is somebody else’s secret, also from another region and without signing in', async () => {
    const { id } = (await upload('photos', await photo())).json()
    for (const stranger of [await seat(), await seat(2)]) {
      const answer = await open(id, stranger)
      expect(answer.statusCode).toBe(404)
      expect(answer.json().code).toBe('kernel.notFound')
    }
    expect((await app.inject({ method: 'GET', url: `/api/files/${id}` })).statusCode).toBe(404)
  })

  test('keeps its place only when asked', async () => {
    const placeOf = async (path: string) => {
      const { id } = (await upload(path, await photo())).json()
      const [row] = await kit.db.read(
        systemScope(1),
        sql`select taken_latitude, taken_longitude from files where region_id = 1 and id = ${id}`,
      )
      return row
    }
    expect(await placeOf('photos')).toEqual({ taken_latitude: null, taken_longitude: null })
    expect(await placeOf('photos?keepPlace=true')).toEqual({
      taken_latitude: 28_500_000,
      taken_longitude: 115_000_000,
    })
  })

  test('sent again with its key is one file, also when both come at once', async () => {
    const bytes = await photo()
    const key = newId()
    const before = (await onDisk()).length
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload('photos', bytes, me, key)))
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1)
    expect(answers.every((answer) => answer.statusCode === 201)).toBe(true)
    expect(await onDisk()).toHaveLength(before + 1)
    const other = await upload('photos', await sharp(bytes).rotate(90).png().toBuffer(), me, key)
    expect(other.json().code).toBe('kernel.keyReused')
    const thief = await upload('photos', bytes, await seat(), key)
    expect(thief.json().code).toBe('kernel.keyReused')
    expect(await onDisk()).toHaveLength(before + 1)
  })

  test('that is refused leaves nothing behind', async () => {
    const before = (await onDisk()).length
    const refused = await upload('photos', Buffer.from('<html>'))
    expect(refused.statusCode).toBe(415)
    expect(refused.json()).toMatchObject({ code: 'files.photoKind', title: expect.stringContaining('照片') })
    expect((await upload('voice', await photo())).statusCode).toBe(415)
    expect((await upload('photos', Buffer.alloc(13 * 1024 * 1024))).statusCode).toBe(413)
    expect(await onDisk()).toHaveLength(before)
  })

  test('is gone after its erasure, bytes and place', async () => {
    const { id } = (await upload('photos?keepPlace=true', await photo())).json()
    const before = (await onDisk()).length
    for (let times = 0; times < 2; times += 1)
      await eraseFile(kit.db, localStorage(dataDir), systemScope(1), id)
    expect(await onDisk()).toHaveLength(before - 1)
    expect((await open(id)).statusCode).toBe(404)
    const [row] = await kit.db.read(
      systemScope(1),
      sql`select taken_latitude, erased_at is not null as erased from files where id = ${id}`,
    )
    expect(row).toEqual({ taken_latitude: null, erased: true })
    const actor = actors.get(await seat())
    if (!actor) throw new Error('no seat')
    await expect(eraseFile(kit.db, localStorage(dataDir), scopeOf(actor), id)).rejects.toMatchObject({
      code: 'kernel.notFound',
    })
  })
})

test('a storage key cannot leave its folder', async () => {
  const storage = localStorage(dataDir)
  await expect(storage.get('../../etc/passwd')).rejects.toThrow('wrong shape')
  await expect(storage.put(`1-${newId()}/../../x`, amr)).rejects.toThrow('wrong shape')
})
