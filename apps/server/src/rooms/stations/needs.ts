import type { Words } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Database } from '../../kernel/db/database.ts'
import type { MapGround } from '../../kernel/map/settings.ts'
import type { Storage } from '../../kernel/uploads/storage.ts'
import type { Calendar } from './rules/hours.ts'

/** Somebody who rings and is not in the register yet. */
export type NewPerson = {
  readonly id: string
  readonly phone: string
  readonly name: string | null
  readonly path: string
}

/** What the stations room needs of the other rooms; main wires their front doors to it. */
export type StationNeeds = {
  readonly db: Database
  readonly storage: Storage
  /** What stations may offer, and the days that are not what their weekday says. */
  terms(region: number): Promise<{
    readonly facilities: readonly { readonly key: string; readonly name: Words }[]
    readonly calendar: Calendar
  }>
  /** What lies under the map of stations. */
  readonly tiles?: MapGround['tiles']
  personByPhone(region: number, phone: string): Promise<{ readonly personId: string } | undefined>
  /** Registers a caller in the booking's own commit; a known number violates `people_phone`. */
  newPersonStatement(region: number, person: NewPerson): Sql
}
