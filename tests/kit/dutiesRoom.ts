import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { dutiesRoom } from '../../apps/server/src/rooms/duties/index.ts'
import type { DutiesNeeds } from '../../apps/server/src/rooms/duties/needs.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type ServedRooms, serveRooms } from './rooms.ts'

/** Where the duties of the tests are. */
export const AREA = '/s01/c01/'

export type ServedDuties = {
  readonly database: TestDatabase
  /** A superuser's connections. */
  readonly admin: pg.Pool
  readonly needs: DutiesNeeds
  readonly served: ServedRooms
  /** Dispatches in the area. */
  readonly office: Actor
  close(): Promise<void>
}

/** The duties' room alone on a database of its own. @param more what a test needs of the rooms around it, where it matters */
export async function openDuties(
  more: (db: TestDatabase['db']) => Partial<DutiesNeeds> = () => ({}),
): Promise<ServedDuties> {
  const database = await testDatabase()
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 })
  const { db } = database
  const needs: DutiesNeeds = {
    db,
    crypto: softwareProvider(randomBytes(32)),
    helpersServing: async () => [],
    posts: async () => [],
    skills: async () => [],
    stationAt: async () => true,
    areaExists: async () => true,
    calendar: async () => new Map(),
    ...more(db),
  }
  const served = await serveRooms(db, [dutiesRoom(needs)])
  const office = await served.signIn('调度员', [{ role: 'dispatcher', areaPath: AREA, unitId: null }])
  return {
    database,
    admin,
    needs,
    served,
    office,
    close: async () => {
      await served.close()
      await admin.end()
      await database.close()
    },
  }
}
