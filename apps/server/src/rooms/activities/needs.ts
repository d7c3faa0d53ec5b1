import type { Words } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Database } from '../../kernel/db/database.ts'
import type { Storage } from '../../kernel/uploads/storage.ts'
import type { Days } from './rules/series.ts'

/** Somebody who rings and is not in the register yet. */
export type NewPerson = {
  readonly id: string
  readonly phone: string
  readonly name: string | null
  readonly path: string
}
/** Somebody of the own household; `guardianId` speaks for a child. */
export type Companion = {
  readonly personId: string
  readonly name: string
  readonly isChild: boolean
  readonly guardianId: string | null
}
export type Terms = {
  readonly kinds: readonly { readonly key: string; readonly name: Words; readonly health: boolean }[]
  readonly themes: readonly {
    readonly key: string
    readonly name: Words
    readonly months: readonly number[]
  }[]
  readonly days: Days
}

/** The dates that hold a room, each by its own id. */
export type RoomDates = {
  readonly stationId: string | null
  readonly roomId: string
  readonly dates: readonly {
    readonly holder: string
    readonly startsAt: string
    readonly endsAt: string
  }[]
}

/** What the activities room needs of the other rooms; main wires their front doors to it. */
export type ActivityNeeds = {
  readonly db: Database
  readonly storage: Storage
  /** Kinds and themes of the place, and the days that are not what their weekday says. */
  terms(region: number): Promise<Terms>
  /** The members of the person's own household, without the person. */
  companionsOf(region: number, personId: string): Promise<readonly Companion[]>
  personByPhone(region: number, phone: string): Promise<{ readonly personId: string } | undefined>
  /** Registers a caller in the sign-up's own commit; a known number violates `people_phone`. */
  newPersonStatement(region: number, person: NewPerson): Sql
  /** Rooms of stations, held and given back in the activity's own commit; what holds refuses noRoom or roomTaken. */
  readonly rooms: {
    /** @throws invalid where there is no such room, or it is shut at one of the dates */
    hold(region: number, wanted: RoomDates): Promise<Sql>
    /** @param holders ids, or a select of them @param kept what stays held of them */
    release(
      region: number,
      holders: Sql,
      kept?: { readonly roomId: string; readonly startsAt: string; readonly endsAt: string },
    ): Sql
  }
}
