import { presetOf } from '@linli/presets'
import type pg from 'pg'
import { sealAudit } from '../kernel/audit/seal.ts'
import type { AccountOfNumber, FindPerson } from '../kernel/auth/accounts.ts'
import { type Actor, systemScope } from '../kernel/auth/actor.ts'
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
import {
  activitiesRoom,
  deedFacts,
  followActivities,
  forgetArrivals,
  remindSignups,
} from '../rooms/activities/index.ts'
import { alarmCare, careRoom, type WantedOrder } from '../rooms/care/index.ts'
import {
  type DeviceNeeds,
  devicesRegister,
  devicesRoom,
  followDevices,
  goOnPresses,
  tendQuiet,
  type WantedOrder as WantedByDevice,
} from '../rooms/devices/index.ts'
import { dutiesRoom, followRosters, planRosters, seatsToday } from '../rooms/duties/index.ts'
import {
  countAnew,
  countGround,
  insightRoom,
  insightRulesOf,
  statesOf,
  unequalCounters,
} from '../rooms/insight/index.ts'
import { ledgersRoom } from '../rooms/ledgers/index.ts'
import { followMerchants, isMerchant, merchantsRoom, reachByGrid } from '../rooms/merchants/index.ts'
import { deliverDue, groupText, logChannel, logCodeSender, noticesRoom } from '../rooms/notices/index.ts'
import { type Open311Needs, open311Room } from '../rooms/open311/index.ts'
import {
  followAreas,
  helpersAsked,
  listShown,
  loadsOf,
  mayReadOrder,
  noteForHouse,
  type OrderNeeds,
  offersRoom,
  openNeighbours,
  orderFacts,
  orderRulesOf,
  ordersRoom,
  overdueByArea,
  photoIsShown,
  placeForHouse,
  publicationFacts,
  ruleEffect,
  standingToOrder,
  stepsForHouse,
} from '../rooms/orders/index.ts'
import {
  agreementsRoom,
  partnersRoom,
  pledgesRoom,
  remindPromises,
  reportsRoom,
  sharingRoom,
} from '../rooms/partners/index.ts'
import * as people from '../rooms/people/index.ts'
import {
  aliasesRoom,
  areaBySlug,
  areaExists,
  boundariesRoom,
  daysRoom,
  editingRoom,
  followPlaces,
  gridPlansRoom,
  mentionedPlaces,
  newUnitStatement,
  outlinesNow,
  placeRules,
  placesRoom,
  planWaitingGrids,
  redrawRoom,
  searchAddresses,
  units,
} from '../rooms/places/index.ts'
import {
  expireRedemptions,
  merchantEarnings,
  pointsRoom,
  proveLastMonth,
  remindRedemptions,
} from '../rooms/points/index.ts'
import { staffRoom } from '../rooms/staff/index.ts'
import {
  followStations,
  guestMayPlace,
  guestPhone,
  holdRoom,
  lendingRoom,
  queueRoom,
  releaseSlots,
  remindBookings,
  remindBorrowers,
  stationAt,
  stationsRoom,
} from '../rooms/stations/index.ts'
import { learnNightly, type SuggestionNeeds, suggestionsRoom } from '../rooms/suggestions/index.ts'
import { followSenders, upstreamRoom } from '../rooms/upstream/index.ts'
import { beginMonthly, followVisits, runningVisits, tellOwners, visitsRoom } from '../rooms/visits/index.ts'
import { filledBy } from './filledBy.ts'
import { houseLedgers } from './ledgers.ts'
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

/** Confirmed help at an activity, as points reckon what was done well for nobody in particular. */
const deedOf = (deed: Awaited<ReturnType<typeof deedFacts>>, region: number) =>
  deed && {
    id: deed.id,
    region,
    state: 'closed' as const,
    round: 1,
    result: 'solved' as const,
    score: null,
    item: null,
    list: 'activityHelp',
    community: deed.community,
    requesterPersonId: null,
    beneficiaryPersonId: null,
    handlerPersonId: deed.personId,
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
    guestMayPlace,
    guestPhone: (region, personId) => guestPhone(db, crypto, region, personId),
    groupText,
    statesOf,
  }
  const grantsChanged = (id: string): void => sessions.forget(id)
  const channels = [logChannel(log)]
  const storage = houseStorage(config)
  const ownData = openOwnData({ db, ownerPool, crypto, config, sessions, storage, orderNeeds })
  const stationTerms = async (region: number) => {
    const { facilities, calendar } = await placeRules(db, region)
    return { facilities, calendar: new Map(calendar.map((day) => [day.key, day])) }
  }
  const merchantNeeds = {
    db,
    terms: async (region: number) => {
      const { nearbyServices, walk, trust, calendar } = await placeRules(db, region)
      return {
        services: nearbyServices,
        walk,
        trust,
        calendar: new Map(calendar.map((day) => [day.key, day])),
      }
    },
    earnings: (region: number, unitId: string, months: number) =>
      merchantEarnings(db, region, unitId, months),
    membersOf: (region: number, unitId: string) =>
      people.membersOf(db, region, { teams: [], units: [unitId] }),
    newUnitStatement,
  }
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
    placesRoom(deps, [people.peopleRegister, people.postsRegister(grantsChanged), devicesRegister]),
    redrawRoom({ ...deps, followOffices: people.followOffices, grantsChanged }),
    gridPlansRoom({ ...deps, followOffices: people.followOffices, grantsChanged }),
    aliasesRoom(deps),
    daysRoom({ db }),
    editingRoom({ db, presetOf, effectOf: (...about) => ruleEffect(db, ...about) }),
    boundariesRoom(deps, config.map),
    people.peopleRoom({
      ...deps,
      loads: (region, ids) => loadsOf(orderNeeds, region, ids),
      grantsChanged: (id) => sessions.forget(id),
    }),
    people.teamsRoom({ ...deps, grantsChanged: (id) => sessions.forget(id) }),
    people.cardsRoom(deps),
    people.pairingsRoom(deps),
    people.accountsRoom({ ...deps, grantsChanged: (id) => sessions.forget(id) }),
    ordersRoom(orderNeeds),
    offersRoom(orderNeeds),
    visitsRoom({ ...deps, storage }),
    pointsRoom({
      db,
      orderFacts: async (region, id) => {
        const facts = await orderFacts(db, region, id)
        if (!facts) return deedOf(await deedFacts(db, region, id), region)
        const list = facts.item
          ? ((await placeRules(db, region)).items.find(({ key }) => key === facts.item)?.list ?? null)
          : null
        return { ...facts, list }
      },
      pointsRules: async (region) => (await placeRules(db, region)).points,
      familyOf: (region, personId) => people.familyOf(db, region, personId),
      hasOptedIn: (region, personId) => people.hasOptedIn(db, region, personId),
      optInStatement: people.optInStatement,
      merchantMembers: async (region, unitId) =>
        (await isMerchant(db, region, unitId))
          ? people.membersOf(db, region, { teams: [], units: [unitId] })
          : undefined,
      crypto,
      redemptionRule: async (region) => (await placeRules(db, region)).redemption,
      presetRewards: async (region) => (await placeRules(db, region)).rewards,
    }),
    stationsRoom({
      db,
      storage,
      ...(config.map.tiles ? { tiles: config.map.tiles } : {}),
      terms: stationTerms,
      personByPhone: orderNeeds.personByPhone,
      newPersonStatement: orderNeeds.newPersonStatement,
    }),
    merchantsRoom(merchantNeeds),
    activitiesRoom({
      db,
      storage,
      terms: async (region) => {
        const { activityKinds, activityThemes, calendar } = await placeRules(db, region)
        return {
          kinds: activityKinds,
          themes: activityThemes,
          days: new Map(calendar.map(({ key, kind }) => [key, kind])),
        }
      },
      companionsOf: (region, personId) => people.companionsOf(db, region, personId),
      personByPhone: orderNeeds.personByPhone,
      newPersonStatement: orderNeeds.newPersonStatement,
      rooms: {
        hold: (region, wanted) => holdRoom({ db, terms: stationTerms }, region, wanted),
        release: releaseSlots,
      },
    }),
    queueRoom({ db }),
    lendingRoom({ db, personByPhone: orderNeeds.personByPhone }),
    noticesRoom({
      db,
      channels,
      membersOf: (region, of) => people.membersOf(db, region, of),
      helpersAsked: (region, id) => helpersAsked(orderNeeds, region, id),
    }),
  ]
  const dutiesNeeds = {
    ...deps,
    helpersServing: (region: number, path: string, ids?: readonly string[]) =>
      people.helpersServing(db, region, path, ids),
    posts: async (region: number) => (await placeRules(db, region)).posts,
    skills: async (region: number) => (await placeRules(db, region)).skills,
    stationAt: (region: number, id: string, path: string) => stationAt(db, region, id, path),
    areaExists: (region: number, path: string) => areaExists(db, systemScope(region), path),
    calendar: async (region: number) =>
      new Map((await placeRules(db, region)).calendar.map(({ key, kind }) => [key, kind === 'holiday'])),
  }
  rooms.push(dutiesRoom(dutiesNeeds))
  const careNeeds = {
    ...deps,
    terms: async (region: number) => {
      const { careRhythms, careUnseen } = await placeRules(db, region)
      return { rhythms: careRhythms, unseenDays: careUnseen.days }
    },
    helpersServing: dutiesNeeds.helpersServing,
    placeOrder: async (region: number, { requester, beneficiary, ...wanted }: WantedOrder) => {
      await placeForHouse(orderNeeds, region, {
        ...wanted,
        channel: 'care',
        about: { requester, beneficiary },
        confidential: true, // who is cared for is nobody's news but the handlers'
        vulnerable: true,
      })
    },
  }
  rooms.push(careRoom(careNeeds))
  const deviceNeeds: DeviceNeeds = {
    ...deps,
    terms: async (region) => {
      const { devices, items } = await placeRules(db, region)
      return { rule: devices, items }
    },
    placeOrder: async (region: number, { person, phone, also, ...wanted }: WantedByDevice) => {
      await placeForHouse(orderNeeds, region, {
        ...wanted,
        channel: 'device',
        about: { requester: person, beneficiary: person, phone },
        confidential: false,
        vulnerable: true,
        ...(also ? { also } : {}),
      })
    },
    orders: stepsForHouse(orderNeeds),
    helpersNear: orderNeeds.helpersNear,
    gridWorkersNear: orderNeeds.gridWorkersNear,
    phoneOf: (region, personId) => people.ownPhone(deps, region, personId),
  }
  rooms.push(devicesRoom(deviceNeeds))
  rooms.push(
    staffRoom({
      db,
      storage,
      terms: async (region) => {
        const { posts, allowances, workResults, workAppeal } = await placeRules(db, region)
        return { posts, allowances, results: workResults, appeal: workAppeal }
      },
    }),
  )
  const partnerNeeds = {
    db,
    terms: (region: number) => placeRules(db, region),
    units: (region: number) => units(db, systemScope(region)),
    areaExists: dutiesNeeds.areaExists,
  }
  rooms.push(
    partnersRoom(partnerNeeds),
    agreementsRoom(partnerNeeds),
    pledgesRoom(partnerNeeds),
    sharingRoom(partnerNeeds),
    reportsRoom(partnerNeeds),
  )
  const insightNeeds = {
    db,
    overdueByArea,
    helperGroups: (region: number, area: string) => people.helperGroups(db, region, area),
    rules: async (region: number) => insightRulesOf(await placeRules(db, region)),
  }
  const groundNeeds = {
    rules: insightNeeds.rules,
    visits: (region: number) => runningVisits(db, region),
    duties: (region: number) => seatsToday(dutiesNeeds, region),
    reach: (region: number) => reachByGrid(merchantNeeds, region),
  }
  rooms.push(insightRoom(insightNeeds))
  rooms.push(
    ledgersRoom({
      db,
      storage,
      ledgers: houseLedgers,
      filledBy,
      nameOf: (actor) => people.nameOf(db, actor.region, actor.personId),
      report: (error) => warn({ message: 'a ledger was not exported', error: error.message }),
    }),
  )
  const open311Needs: Open311Needs = {
    ...deps,
    storage,
    terms: (region) => placeRules(db, region),
    areaAtPoint: async (region, longitude, latitude) =>
      (await outlinesNow(db, region)).at(longitude, latitude)?.path,
    areasOfAddress: async (region, typed) =>
      (await searchAddresses(db, systemScope(region), typed, [])).map(({ path }) => path),
    areaOfSlug: async (region, slug) => (await areaBySlug(db, region, slug))?.path,
    shown: async (region, path) =>
      (await listShown(orderNeeds, region, { limit: 50, ...(path === undefined ? {} : { path }) })).items,
    placeOrder: (region, wanted) => placeForHouse(orderNeeds, region, wanted),
    addNote: (region, note) => noteForHouse(orderNeeds, region, note),
    perAddress: config.limits.address,
  }
  rooms.push(open311Room(open311Needs))
  rooms.push(
    upstreamRoom({
      ...deps,
      items: async (region) => (await placeRules(db, region)).items,
      areaExists: dutiesNeeds.areaExists,
      areasOfAddress: open311Needs.areasOfAddress,
      placeOrder: open311Needs.placeOrder,
      report: (error) => warn({ message: "an import of a sender's file broke off", error: error.message }),
    }),
  )
  const suggestionNeeds: SuggestionNeeds = {
    db,
    terms: async (region) => {
      const { items, levels } = await placeRules(db, region)
      return { items, communityDepth: levels.findIndex(({ key }) => key === 'community') + 1 }
    },
    placesIn: (actor, text) => mentionedPlaces(db, actor.region, text),
    standingOf: (actor, id) => standingToOrder(db, actor, id),
    namesOf: async (region, id) => (await publicationFacts(db, region, id)).names,
  }
  rooms.push(suggestionsRoom(suggestionNeeds))
  const settings = config.doors.codeSender
  // The demo shows codes on the screen and needs no channel.
  const channel = config.demo && !settings ? undefined : openSender(settings, warn)
  const codeSender: CodeSender = logCodeSender(db, () => 1, channel)
  const findOrCreatePerson: FindOrCreatePerson = (tx, region, accountId, phone) =>
    people.findOrCreatePerson(crypto, tx, region, accountId, phone)
  const accountOfNumber: AccountOfNumber = (tx, region, phone) =>
    people.accountOfNumber(crypto, tx, region, phone)
  const findPerson: FindPerson = people.personOfAccount
  return {
    rooms,
    orderNeeds,
    deviceNeeds,
    open311Needs,
    codeSender,
    findOrCreatePerson,
    accountOfNumber,
    findPerson,
    phoneOf: (actor: Actor) => people.ownPhone(deps, actor.region, actor.personId),
    nameOf: (actor: Actor) => people.nameOf(db, actor.region, actor.personId),
    wordsAbout: (actor: Actor) => people.wordsAbout(db, actor.region, actor.personId),
    regions: () => regionsOf(db),
    sealAudit: (region: number) => sealAudit(db, region, crypto),
    deliver: (region: number) => deliverDue({ db, channels }, region),
    ownData,
    /** Reminds of redemptions and bookings that are near, and ends redemptions whose time is over. */
    endWaiting: async (region: number): Promise<void> => {
      await remindRedemptions(db, region)
      await expireRedemptions(db, region)
      await remindBookings(db, region)
      await remindPromises(db, region, (await placeRules(db, region)).partnerRule.remindDays)
      await remindBorrowers(db, region)
      await remindSignups(db, region)
    },
    /** Goes on with presses that nobody answered. */
    goOnPresses: (region: number) => goOnPresses(deviceNeeds, region),
    /** Asks that somebody looks after silent devices. */
    tendQuiet: (region: number) => tendQuiet(deviceNeeds, region),
    /** Goes on with the alarms of contacts that nobody made. */
    alarmCare: (region: number) => alarmCare(careNeeds, region),
    /** Plans the rosters, grids and pairs that wait. */
    planRosters: async (region: number): Promise<void> => {
      await planRosters(dutiesNeeds, region)
      await planWaitingGrids(db, region)
      await people.planWaitingPairs(db, region)
      await people.tellOfPairs(db, region)
    },
    /** Counts a region whose events are older than its counters. */
    countOnce: (region: number) =>
      ownerTransaction(ownerPool, region, (tx) => countAnew(insightNeeds, tx, region, true)),
    /** Counts what the ground promises and holds. */
    countGround: (region: number, atOnce = false) =>
      ownerTransaction(ownerPool, region, (tx) => countGround(groundNeeds, tx, region, atOnce)),
    unequalCounters: (region: number) => unequalCounters(insightNeeds, region),
    hourly: async (region: number): Promise<void> => {
      await proveLastMonth(db, region)
      await sweep(db, region)
      // What was written to an area in the moment in which it was redrawn.
      await followPlaces(db, region)
      await people.followAreas({ db, grantsChanged }, region)
      await followAreas(orderNeeds, region)
      await followStations(db, region)
      await followRosters(db, region)
      await followVisits(db, region)
      await followActivities(db, region)
      await followMerchants(db, region)
      await followDevices(db, region)
      await followSenders(db, region)
      await forgetArrivals(db, region)
      await ownData.eraseDue(region)
      await beginMonthly(deps, region)
      await tellOwners(deps, region)
      await ownData.eraseGuests(region)
      if (new Date(Date.now() + 8 * 3600_000).getUTCHours() !== NIGHT) return
      const unequal = await unequalCounters(insightNeeds, region)
      await learnNightly(suggestionNeeds, region)
      if (unequal.length > 0) log({ message: 'counters differ from the events', region, unequal })
      await ownData.keepRetention(region)
    },
  }
}
