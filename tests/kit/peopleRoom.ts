import type { Preset } from '@linli/contract'
import type { PersonView } from '@linli/contract/people/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { expect } from 'vitest'
import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { peopleRegister, peopleRoom, postsRegister } from '../../apps/server/src/rooms/people/index.ts'
import { installPreset, placesRoom } from '../../apps/server/src/rooms/places/index.ts'
import { testDatabase } from './database.ts'
import { serveRooms } from './rooms.ts'

/** Where people of the tests live: a building of the first grid. */
export const AT = '/s1/c1/g1/b3/'
export const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })

export type ServedPeople = Awaited<ReturnType<typeof openPeople>>

/** The people's room with the places around it on a database of its own: two streets, and staff of both. */
export async function openPeople(preset: Preset = PRESETS.xihu) {
  const crypto = softwareProvider(Buffer.alloc(32, 7))
  const database = await testDatabase(preset === PRESETS.xihu)
  const { db } = database
  const deps = { db, crypto }
  const loads = new Map<string, number>()
  const forgotten: string[] = []
  await installPreset(db, 1, preset)
  await installPreset(db, 2, PRESETS.xihu)
  const grantsChanged = (id: string): void => void forgotten.push(id)
  const people = peopleRoom({ ...deps, loads: async () => loads, grantsChanged })
  const registers = [peopleRegister, postsRegister(grantsChanged)]
  const house = await serveRooms(db, [placesRoom(deps, registers), people])
  const admin = await house.signIn('郑伟', [grant('regionAdmin', '/')])
  for (const [parent, name] of [
    ['/', '示范街道'],
    ['/', '二街道'],
    ['/s1/', '桃源社区'],
    ['/s1/c1/', '一网格'],
    ['/s1/c1/g1/', '3栋'],
  ] as const)
    expect((await house.send(admin, '/areas', { parent, name })).status).toBe(201)
  return {
    database,
    crypto,
    house,
    admin,
    intake: await house.signIn('赵敏', [grant('intake', '/s1/c1/'), grant('dispatcher', '/s1/c1/')]),
    far: await house.signIn('钱远', [grant('intake', '/s2/'), grant('regionAdmin', '/s2/')]),
    leader: await house.signIn('领导', [grant('leader', '/')]),
    /** Orders in hand, by person. */
    loads,
    /** Accounts whose grants were to be read again. */
    forgotten,
    person: async (actor: Actor, id: string) => house.read<PersonView>(actor, `/people/${id}`),
    /** Behind the house's back. */
    behind: async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => {
      const client = new pg.Client({ connectionString: database.adminUrl })
      await client.connect()
      const { rows } = await client.query<T>(text, values)
      await client.end()
      return rows
    },
    close: async (): Promise<void> => {
      await house.close()
      await database.close()
    },
  }
}
