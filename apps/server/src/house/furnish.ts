import type pg from 'pg'
import { sealAudit } from '../kernel/audit/seal.ts'
import type { FindPerson } from '../kernel/auth/accounts.ts'
import type { Actor } from '../kernel/auth/actor.ts'
import type { CodeSender, FindOrCreatePerson } from '../kernel/auth/codes.ts'
import { openSender } from '../kernel/auth/senders/index.ts'
import type { Sessions } from '../kernel/auth/sessions.ts'
import type { Config } from '../kernel/config.ts'
import type { CryptoProvider } from '../kernel/crypto/provider.ts'
import type { Database } from '../kernel/db/database.ts'
import { ownerTransaction } from '../kernel/db/ownerPool.ts'
import { regionsOf } from '../kernel/db/regions.ts'
import { sweep } from '../kernel/db/sweep.ts'
import type { Room } from '../kernel/http/room.ts'
import { filesRoom } from '../kernel/uploads/http.ts'
import { houseStorage } from '../kernel/uploads/storageOfHouse.ts'
import { countAnew, insightRoom, insightRulesOf, statesOf, unequalCounters } from '../rooms/insight/index.ts'
import { deliverDue, groupText, logChannel, logCodeSender, noticesRoom } from '../rooms/notices/index.ts'
import {
  helpersAsked,
  loadsOf,
  mayReadOrder,
  type OrderNeeds,
  openNeighbours,
  orderFacts,
  orderRulesOf,
  ordersRoom,
  overdueByArea,
  photoIsShown,
} from '../rooms/orders/index.ts'
import * as people from '../rooms/people/index.ts'
import { placeRules, placesRoom } from '../rooms/places/index.ts'
import { expireRedemptions, pointsRoom, proveLastMonth, remindRedemptions } from '../rooms/points/index.ts'
import { openOwnData } from './ownData.ts'
import { systemRoom } from './systemRoom.ts'

/** The hour, by the region's own clock, in which all counters are proved from the events. */
const NIGHT = 3

export type Furnishing = {
  readonly db: Database
  readonly ownerPool: pg.Pool
  readonly crypto: CryptoProvider
  readonly config: Config
  readonly sessions: Sessions
  readonly log: (line: { readonly [name: string]: unknown }) => void
  /** For what the operators have to look after. */
  readonly warn: (line: { readonly [name: string]: unknown }) => void
}

/** Sets up the rooms and connects their front doors: the one place that knows all of them. */
export function furnish({ db, ownerPool, crypto, config, sessions, log, warn }: Furnishing) {
  const deps = { db, crypto }
  const orderNeeds: OrderNeeds = {
    ...deps,
    ...openNeighbours(db),
    rules: async (region) => orderRulesOf(await placeRules(db, region)),
    personByPhone: (region, phone) => people.personByPhone(db, crypto, region, phone),
    newPersonStatement: (region, person) => people.newPersonStatement(crypto, region, person),
    groupText,
    statesOf,
  }
  const channels = [logChannel(log)]
  const storage = houseStorage(config)
  const ownData = openOwnData({ db, ownerPool, crypto, config, sessions, storage, orderNeeds })
  const rooms: Room[] = [
    systemRoom(deps),
    ownData.room,
    filesRoom({
      db,
      storage,
      mayKeepPlace: (actor) => ownData.mayKeepPlace(actor.region, actor.personId),
      mayReadOrder: (actor, orderId) => mayReadOrder(db, actor, orderId),
      isShown: (region, fileId) => photoIsShown(db, region, fileId),
    }),
    placesRoom(deps, [people.peopleRegister]),
    people.peopleRoom({
      ...deps,
      loads: (region, ids) => loadsOf(orderNeeds, region, ids),
      grantsChanged: (id) => sessions.forget(id),
    }),
    people.accountsRoom({ ...deps, grantsChanged: (id) => sessions.forget(id) }),
    ordersRoom(orderNeeds),
    pointsRoom({
      db,
      orderFacts: async (region, id) => {
        const facts = await orderFacts(db, region, id)
        if (!facts) return undefined
        const list = facts.item
          ? ((await placeRules(db, region)).items.find(({ key }) => key === facts.item)?.list ?? null)
          : null
        return { ...facts, list }
      },
      pointsRules: async (region) => (await placeRules(db, region)).points,
      familyOf: (region, personId) => people.familyOf(db, region, personId),
      hasOptedIn: (region, personId) => people.hasOptedIn(db, region, personId),
      optInStatement: people.optInStatement,
      crypto,
      redemptionRule: async (region) => (await placeRules(db, region)).redemption,
      presetRewards: async (region) => (await placeRules(db, region)).rewards,
    }),
    noticesRoom({
      db,
      channels,
      membersOf: (region, of) => people.membersOf(db, region, of),
      helpersAsked: (region, id) => helpersAsked(orderNeeds, region, id),
    }),
  ]
  const insightNeeds = {
    db,
    overdueByArea,
    helperGroups: (region: number, area: string) => people.helperGroups(db, region, area),
    rules: async (region: number) => insightRulesOf(await placeRules(db, region)),
  }
  rooms.push(insightRoom(insightNeeds))
  const settings = config.doors.codeSender
  // The demo shows codes on the screen and needs no channel.
  const channel = config.demo && !settings ? undefined : openSender(settings, warn)
  const codeSender: CodeSender = logCodeSender(db, () => 1, channel)
  const findOrCreatePerson: FindOrCreatePerson = (tx, region, accountId, phone) =>
    people.findOrCreatePerson(crypto, tx, region, accountId, phone)
  const findPerson: FindPerson = people.personOfAccount
  return {
    rooms,
    orderNeeds,
    codeSender,
    findOrCreatePerson,
    findPerson,
    phoneOf: (actor: Actor) => people.ownPhone(deps, actor.region, actor.personId),
    nameOf: (actor: Actor) => people.nameOf(db, actor.region, actor.personId),
    wordsAbout: (actor: Actor) => people.wordsAbout(db, actor.region, actor.personId),
    regions: () => regionsOf(db),
    sealAudit: (region: number) => sealAudit(db, region, crypto),
    deliver: (region: number) => deliverDue({ db, channels }, region),
    ownData,
    /** Reminds of redemptions that wait, and ends those whose time is over. */
    endWaiting: async (region: number): Promise<void> => {
      await remindRedemptions(db, region)
      await expireRedemptions(db, region)
    },
    /** Counts a region whose events are older than its counters. */
    countOnce: (region: number) =>
      ownerTransaction(ownerPool, region, (tx) => countAnew(insightNeeds, tx, region, true)),
    unequalCounters: (region: number) => unequalCounters(insightNeeds, region),
    hourly: async (region: number): Promise<void> => {
      await proveLastMonth(db, region)
      await sweep(db, region)
      await ownData.eraseDue(region)
      if (new Date(Date.now() + 8 * 3600_000).getUTCHours() !== NIGHT) return
      const unequal = await unequalCounters(insightNeeds, region)
      if (unequal.length > 0) log({ message: 'counters differ from the events', region, unequal })
      await ownData.keepRetention(region)
    },
  }
}
