import type pg from 'pg'
import { CATALOGUE } from '../../../../db/catalogue/index.ts'
import { PROTECTED } from '../../../../db/catalogue/protection.ts'
import { TOLD } from '../../../../db/catalogue/told.ts'
import { NOBODYS, OPENED, OWNERS } from '../../../../db/catalogue/whose.ts'
import type { Sessions } from '../kernel/auth/sessions.ts'
import type { Config } from '../kernel/config.ts'
import type { CryptoProvider } from '../kernel/crypto/provider.ts'
import type { Database } from '../kernel/db/database.ts'
import type { PrivacyCatalogue } from '../kernel/privacy/catalogue.ts'
import { listErasure, readErasures } from '../kernel/privacy/erasureList.ts'
import { keptAfterErasure } from '../kernel/privacy/kept.ts'
import type { PrivacyNeeds } from '../kernel/privacy/owner.ts'
import { type Kept, keepRetention } from '../kernel/privacy/retention.ts'
import { readSchema, type Schema } from '../kernel/privacy/schema.ts'
import { cutAudit } from '../kernel/privacy/seals.ts'
import type { Storage } from '../kernel/uploads/storage.ts'
import { activityFileClock } from '../rooms/activities/index.ts'
import { hideEverythingShown, type OrderNeeds, orderClosed } from '../rooms/orders/index.ts'
import { pledgeClock } from '../rooms/partners/index.ts'
import * as people from '../rooms/people/index.ts'
import { courseFileClock } from '../rooms/staff/index.ts'
import { fileClock, guestsDue } from '../rooms/stations/index.ts'

/** The catalogue of the house, as the mechanism of limits, copies and erasures reads it. */
export const PRIVACY_CATALOGUE: PrivacyCatalogue = {
  tables: CATALOGUE,
  owners: OWNERS,
  nobodys: NOBODYS,
  protection: PROTECTED,
  told: TOLD,
  opened: OPENED,
}

type OwnDataOptions = {
  readonly db: Database
  readonly ownerPool: pg.Pool
  readonly crypto: CryptoProvider
  readonly config: Pick<Config, 'dataDir'>
  readonly sessions: Pick<Sessions, 'forget'>
  readonly storage: Storage
  readonly orderNeeds: OrderNeeds
}

/** Connects the catalogue with the rooms: what is kept how long, copies, erasures. */
export function openOwnData({
  db,
  ownerPool,
  crypto,
  config,
  sessions,
  storage,
  orderNeeds,
}: OwnDataOptions) {
  let schema: Promise<Schema> | undefined
  const privacy: PrivacyNeeds = {
    db,
    ownerPool,
    storage,
    catalogue: PRIVACY_CATALOGUE,
    clocks: {
      orderClosed: (table) =>
        table === 'files'
          ? courseFileClock(activityFileClock(fileClock(orderClosed(table))))
          : orderClosed(table),
      withdrawn: pledgeClock,
    },
    schema: () => {
      schema ??= readSchema(ownerPool)
      return schema
    },
  }
  const needs: people.OwnDataNeeds = {
    db,
    crypto,
    privacy,
    kept: keptAfterErasure(PRIVACY_CATALOGUE),
    hideEverythingShown: (actor) => hideEverythingShown(orderNeeds, actor),
    grantsChanged: (accountId) => sessions.forget(accountId),
    listErasure: (erasure) => listErasure(config.dataDir, erasure),
  }
  return {
    room: people.privacyRoom(needs),
    privacy,
    /** Whether the person agreed that places of photos are kept. */
    mayKeepPlace: (region: number, personId: string) => people.hasConsent(db, region, personId, 'photoPlace'),
    makeCopies: (region: number): Promise<void> => people.makeCopies(needs, region),
    eraseDue: (region: number): Promise<number> => people.eraseDue(needs, region),
    /** Erases guests of long ago. */
    eraseGuests: async (region: number): Promise<void> =>
      people.erasePeople(needs, region, await guestsDue(db, region)),
    /** Keeps every limit of the catalogue once. */
    keepRetention: (region: number): Promise<Kept[]> =>
      keepRetention(privacy, region, [(here) => cutAudit(privacy, here)]),
    /**
     * Erases again everybody who was erased after a backup was made: to be called after each restore, before the house
     * opens. @param list the list kept in the data directory, or the one that was kept with the backups
     */
    reapplyErasures: async (list?: Awaited<ReturnType<typeof readErasures>>): Promise<number> =>
      people.reapplyErasures(needs, list ?? (await readErasures(config.dataDir))),
  }
}
