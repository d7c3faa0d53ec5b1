import type { TagKind } from './cards/words.ts'
import type { AskedAs } from './devices/words.ts'
import type { DurationUnit, Evidence, Kind, LimitKind, Result, Urgency } from './orders/words.ts'
import type { ConductParty } from './partners/words.ts'
import type { RewardKind } from './points/words.ts'
import type { Role } from './roles.ts'
import type { WorkFactKind } from './staff/words.ts'
import type { Question } from './visits/shapes.ts'
import type { CampaignKind, Targets } from './visits/words.ts'
import type { Words } from './words.ts'

/** Where a row comes from: the document's title and the mechanism in it, named and never quoted. */
export type Source = { readonly document: string; readonly mechanism: string }

/**
 * A level of the area tree, top first. `prefix` begins the codes of its areas: `c` gives `/c03/`. Two keys mean something
 * to the engine and stand in every place: `community` (queues, counters) and `building` (the compound's name goes before it).
 */
export type Level = {
  readonly key: string
  readonly name: Words
  readonly prefix: string
  readonly source: Source
}

/** A post a person may hold; holding it grants the roles over the post's area or unit. */
export type Post = {
  readonly key: string
  readonly name: Words
  readonly level: string | 'unit' | 'region'
  readonly roles: readonly Role[]
  readonly source: Source
}

/** A kind of party body that stands at areas: 党支部, 党小组, 微支部. `level` is where it usually stands. */
export type PartyBodyKind = {
  readonly key: string
  readonly name: Words
  readonly level: string
  readonly source: Source
}

export type ServiceTeam = {
  readonly key: string
  readonly name: Words
  /** How the place puts such a team together; the house's own form (one leader, two deputies) when absent. */
  readonly form?: { readonly leaders: number; readonly deputies: number; readonly units: number }
  readonly source: Source
}
export type Skill = { readonly key: string; readonly name: Words; readonly source: Source }

/** An organisation that exists when the place is founded; `parent` is another unit's key. */
export type FoundingUnit = {
  readonly key: string
  readonly name: Words
  readonly kind: 'department' | 'company' | 'community' | 'organisation'
  readonly parent: string | null
  /** Keys of the items it has undertaken to supply: its line in the supply list. */
  readonly supplies?: readonly string[]
  readonly source: Source
}

export type ServiceList = {
  readonly key: string
  readonly name: Words
  /** How many items the document prints; null where it prints none. */
  readonly printedCount: number | null
  readonly source: Source
}

/** One service or matter that can be asked for. */
export type CatalogueItem = {
  readonly key: string
  /** Key of the service list it stands on. */
  readonly list: string
  readonly name: Words
  /** What a resident would call it: words that lead the search to this item. */
  readonly alias: readonly string[]
  readonly kind: Kind
  readonly urgency: Urgency
  /** May go to 抢单. */
  readonly grabbable: boolean
  /** Accepted, then offered or dispatched, by the policy itself (系统派单). */
  readonly automatic: boolean
  /** Skill a helper must have verified to claim it; null means none. */
  readonly skill: string | null
  /** Inside somebody's home: only helpers with home-entry clearance (入户资质). */
  readonly homeEntry: boolean
  /** Asked for at a station too: its page leads there. */
  readonly atStation?: boolean
  /** Not done in time, it goes back to the pool instead of staying with the one who holds it. */
  readonly returnsToPool?: boolean
  /** 自办自结: the grid worker who sees to it closes it on the evidence. */
  readonly selfHandled?: boolean
  readonly evidence: readonly Evidence[]
  /** Key of the unit that the dispatcher is offered first; null means the community decides. */
  readonly unit: string | null
  /** Photos keep the place they were taken at, because the item needs it. */
  readonly photoNeedsPlace: boolean
  /** How a neighbour would put it; a demo town says it so. */
  readonly example?: string
  readonly source: Source
}

/** A limit. A row with an `item` outranks the row of its urgency. */
export type ClockRule = {
  readonly key: string
  readonly clock: LimitKind
  readonly urgency: Urgency
  readonly item: string | null
  readonly amount: number
  readonly unit: DurationUnit
  readonly source: Source
}

/** How far an offer reaches, wave by wave: the level of the area whose helpers are asked. */
export type OfferWave = { readonly wave: number; readonly level: string; readonly source: Source }

/**
 * When there are too few helpers for what waits (more than so many orders for a hundred who are free, and at least so
 * many), so that the desk is shown whom to ask for which; how fast people walk, and how long may be reckoned.
 */
export type OfferRule = {
  readonly shortagePercent: number
  readonly shortageLeast: number
  readonly walkMetresPerMinute: number
  readonly seconds: number
  readonly source: Source
}

/** What a helper earns. Points are opt-in and only add. */
export type PointsRule = {
  readonly key: string
  readonly name: Words
  /** Service list or item key it applies to; the item outranks the list. `activityHelp`: to have helped at an activity; `merchantService`: a merchant's service that the neighbour confirmed. */
  readonly appliesTo: string
  readonly amount: number
  /** Results of the order that earn it. */
  readonly postsOn: readonly Result[]
  /** At most so many points a day for one helper, and so many earning orders a week for one pair of helper and requester. */
  readonly dailyCap: number
  readonly pairWeeklyCap: number
  readonly source: Source
}

/** Something points are redeemed for. It founds a shelf; pieces and terms are then the place's own. */
export type RewardRow = {
  readonly key: string
  readonly kind: RewardKind
  readonly name: Words
  /** Key of the founding unit that hands it out. */
  readonly merchant: string
  readonly points: number
  /** Pieces; null when they do not run out. */
  readonly stock: number | null
  /** What the community pays the merchant for a piece by their contract, in fen (0.01 yuan). */
  readonly fen: number
  /** So many points must stay: only those above the base can be spent on it. */
  readonly base: number
  /** Pieces one person may redeem in a month; null without a limit. */
  readonly monthlyLimit: number | null
  readonly source: Source
}

/** How long a redemption waits to be collected, when its person is reminded, and how long its pick-up code is. */
export type RedemptionRule = {
  readonly holdHours: number
  readonly remindHours: number
  readonly codeDigits: number
  readonly source: Source
}

/**
 * A day that is not what its weekday says: a public holiday, or a weekend day that is worked in its place. `key` is the
 * day (`2026-10-01`) by the region's clock. The one calendar of the house.
 */
export type CalendarDay = {
  readonly key: string
  readonly kind: 'holiday' | 'workday'
  readonly name: Words
  readonly source: Source
}

/** A window of working time, from and to, as `08:30`. */
export type WorkWindow = readonly [from: string, to: string]
/** The working week, Monday first; a day without windows is free. `key` is `region`, or the id of a unit with hours of its own. */
export type WorkWeek = {
  readonly key: string
  readonly days: readonly (readonly WorkWindow[])[]
  readonly source: Source
}

/**
 * Around a deadline, by urgency: the share of the limit after which its owner is warned (limits shorter than so many
 * minutes are not warned of), how long after it the level above is told, and whether that waits for the morning.
 */
export type AlertRule = {
  readonly key: Urgency
  readonly warnShare: number
  readonly shortestMinutes: number
  readonly escalateAfter: { readonly amount: number; readonly unit: DurationUnit }
  readonly quietAtNight: boolean
  readonly source: Source
}

/** Something a station offers to whoever comes in. */
export type Facility = { readonly key: string; readonly name: Words; readonly source: Source }

/** What a household's card may tell of a person with their separate consent; what is not named here is not asked for. */
export type CardTag = { readonly key: TagKind; readonly name: Words; readonly source: Source }

/** A kind of activity. */
export type ActivityKind = {
  readonly key: string
  readonly name: Words
  /** Somebody is looked at or advised about health there: of that nothing is kept. */
  readonly health: boolean
  readonly source: Source
}
/** What a month or a festival is about; months count from 1, none means that it recurs at no fixed time. */
export type ActivityTheme = {
  readonly key: string
  readonly name: Words
  readonly months: readonly number[]
  readonly source: Source
}

/** A kind of service that residents look for near their home. `needed`: a grid without one in reach is a gap. */
export type NearbyService = {
  readonly key: string
  readonly name: Words
  readonly needed: boolean
  readonly source: Source
}
/** How near is near: minutes on foot at a pace (metres a minute), the straight line lengthened by a factor in hundredths. */
export type WalkRule = {
  readonly minutes: number
  readonly metresPerMinute: number
  readonly detourHundredths: number
  readonly source: Source
}
/**
 * When a merchant may be called 信得过: so many confirmed services and points within so many months; how long notice is
 * given; and whether what a merchant changes of itself waits until the desk has confirmed it.
 */
export type TrustRule = {
  readonly services: number
  readonly points: number
  readonly months: number
  readonly noticeDays: number
  readonly ownChangesWait: boolean
  readonly source: Source
}

/** What a member who reports may choose: the one that goes with every check-in, and others (1+X). */
export type CheckInChoice = {
  readonly key: string
  readonly kind: 'fixed' | 'chosen'
  readonly name: Words
  readonly source: Source
}

/** A line of what one side does, or nobody does; `measure` is what the house counts for it, null where it counts nothing. */
export type ConductRule = {
  readonly key: string
  readonly party: ConductParty
  readonly measure: 'communities' | 'members' | 'agreements' | 'kept' | 'orders' | 'duties' | null
  readonly name: Words
  readonly source: Source
}

/** Whether a community accepts members with a letter only, how long a letter is valid, and when promises are reminded of. */
export type PartnerRule = {
  readonly needsLetter: boolean
  readonly letterDays: number
  readonly remindDays: number
  readonly source: Source
}

/**
 * A paper ledger that is kept no more, because the house's own `ledger` fills itself. `minutes` is how long one entry of
 * it takes by hand, an estimate whose `ground` is said wherever it is shown; a place puts its own figure in its place.
 */
export type RetiredLedger = {
  readonly key: string
  readonly name: Words
  readonly keptBy: Words
  readonly every: Words
  readonly ledger: string
  /** `column:value`: the entries that the paper ledger would have had. */
  readonly only: readonly string[]
  readonly minutes: number
  readonly ground: Words
  readonly source: Source
}

/** Ledgers that a place keeps together under a name of its own. */
export type LedgerSet = {
  readonly key: string
  readonly name: Words
  readonly parts: readonly {
    readonly name: Words
    readonly ledger: string
    readonly only: readonly string[]
    /** The columns shown first; empty: the ledger's own. */
    readonly columns: readonly string[]
  }[]
  readonly source: Source
}

/** How a place sums a ledger up: the values of its grouping column that make one figure. What is in none is 其他. */
export type LedgerSum = {
  readonly key: string
  readonly name: Words
  readonly ledger: string
  readonly values: readonly string[]
  readonly source: Source
}

/** How often somebody keeps in touch in a plan of care, by what hour, and when who is told that nobody did. */
export type CareRhythm = {
  readonly key: string
  readonly name: Words
  readonly every: 'day' | 'week' | 'month'
  /** What makes it done: any contact, or meeting in person. */
  readonly needs: 'contact' | 'meeting'
  /** The hour of its last day by the region's clock: `18:00`. */
  readonly by: string
  /** Minutes after that hour: the carer, the stand-in, the community are told; then an order is placed. */
  readonly tells: readonly [carer: number, standIn: number, community: number, order: number]
  readonly source: Source
}

/**
 * 一键通: how long a press waits for its call back and the call for its result, who is asked to go in which wave and for
 * how long, and when a device counts as silent. Between `nightFrom` and `nightTo` of neighbours only those are asked who
 * opted in to the nights.
 */
export type DeviceRule = {
  readonly callBackSeconds: number
  readonly talkSeconds: number
  readonly waves: readonly { readonly asks: readonly AskedAs[]; readonly seconds: number }[]
  /** So long somebody who goes may take to be there. */
  readonly arriveMinutes: number
  /** Hours by the region's clock: `21:00`. */
  readonly nightFrom: string
  readonly nightTo: string
  readonly silentHours: number
  readonly lowBattery: number
  /** So many that fall silent together are the network's matter and no task at each door. */
  readonly togetherFrom: number
  /** Key of the item that an emergency is handled as. */
  readonly emergencyItem: string
  readonly source: Source
}

/** What a full-time or part-time post is paid a month, in fen (0.01 yuan). */
export type AllowanceCategory = {
  readonly key: string
  readonly name: Words
  readonly fen: number
  readonly source: Source
}

/** A work result that a lead may propose to agree on; `fact` is counted by the house itself, null is only written. */
export type WorkResult = {
  readonly key: string
  readonly name: Words
  readonly doneWhen: Words
  readonly fact: WorkFactKind | null
  readonly source: Source
}

/**
 * A kind of campaign as a place walks it. `monthlyDay` begins one by itself on that day of each month (1 to 28), answered
 * for by the region's longest holder of `ownerRole`; `findings` are the service lists that a finding may be named by.
 */
export type CampaignTemplate = {
  readonly key: CampaignKind
  readonly name: Words
  readonly targets: Targets
  /** Key of the unit whose companies it goes to; null for every company. */
  readonly companiesBelow: string | null
  readonly days: number
  readonly dailyQuota: number | null
  readonly inPairs: boolean
  readonly monthlyDay: number | null
  readonly ownerRole: Role
  readonly findings: readonly string[]
  readonly questions: readonly Question[]
  readonly source: Source
}

/** How many households a grid should have. */
export type GridSize = { readonly least: number; readonly most: number; readonly source: Source }

/**
 * 结对: who is paired with whom, and how many with one. `households` and `members` (holders of `of`) are taken by holders
 * of the post `by`; `units` by areas, and `by` is null: communities, or where `at` says so their grids.
 */
export type PairingRule = {
  readonly key: string
  readonly name: Words
  readonly what: 'households' | 'members' | 'units'
  readonly by: string | null
  readonly of: string | null
  readonly at?: 'grid'
  readonly least: number
  readonly most: number
  readonly source: Source
}

/** A place as data: everything in which it differs from another place. Contains no function. */
export type Preset = {
  readonly key: string
  readonly version: number
  readonly name: Words
  /** GB/T 2260 code of the county or district. */
  readonly gbCode: string
  readonly levels: readonly Level[]
  readonly posts: readonly Post[]
  readonly partyBodies: readonly PartyBodyKind[]
  readonly teams: readonly ServiceTeam[]
  readonly skills: readonly Skill[]
  readonly units: readonly FoundingUnit[]
  readonly lists: readonly ServiceList[]
  readonly catalogue: readonly CatalogueItem[]
  readonly clocks: readonly ClockRule[]
  readonly waves: readonly OfferWave[]
  readonly points: readonly PointsRule[]
  readonly rewards: readonly RewardRow[]
  readonly redemption: RedemptionRule
  readonly calendar: readonly CalendarDay[]
  readonly weeks: readonly WorkWeek[]
  readonly alerts: readonly AlertRule[]
  readonly facilities: readonly Facility[]
  readonly gridSize: GridSize
  readonly pairingRules: readonly PairingRule[]
  readonly cardTags: readonly CardTag[]
  readonly campaigns: readonly CampaignTemplate[]
  readonly careRhythms: readonly CareRhythm[]
  /** After so many days without meeting the cared-for person, those whom it concerns are told. */
  readonly careUnseen: { readonly days: number; readonly source: Source }
  readonly devices: DeviceRule
  readonly allowances: readonly AllowanceCategory[]
  readonly workResults: readonly WorkResult[]
  /** For so many days a worker may appeal, and within so many the appeal is answered in writing. */
  readonly workAppeal: { readonly openDays: number; readonly answerDays: number; readonly source: Source }
  readonly activityKinds: readonly ActivityKind[]
  readonly activityThemes: readonly ActivityTheme[]
  readonly nearbyServices: readonly NearbyService[]
  readonly walk: WalkRule
  readonly trust: TrustRule
  readonly checkInChoices: readonly CheckInChoice[]
  readonly conduct: readonly ConductRule[]
  readonly partnerRule: PartnerRule
  readonly retiredLedgers: readonly RetiredLedger[]
  readonly ledgerSets: readonly LedgerSet[]
  readonly ledgerSums: readonly LedgerSum[]
  /** The place's own words over the general ones, by the general word's key (`step.placeOrder`, `brand.points`, `hall.claimBoard`). */
  readonly labels: { readonly [key: string]: Words }
  /** Default quota of open orders a helper may hold at once. */
  readonly helperQuota: number
  /** How long after placing a requester may be asked again for a rating, tries and days of 回访. */
  readonly followUp: { readonly tries: number; readonly days: number; readonly source: Source }
  /** 自办自结: the share of orders closed on evidence that get a follow-up call all the same, drawn by chance. */
  readonly selfHandling: { readonly share: number; readonly source: Source }
  /** How often a requester is asked for more; how long after its end an order is merged into, and how long that can be undone. */
  readonly lifecycle: {
    readonly supplements: number
    readonly unmergeHours: number
    readonly mergeDays: number
    readonly source: Source
  }
  readonly offers: OfferRule
  readonly rework: {
    readonly rounds: number
    readonly share: number
    readonly atLeastDays: number
    readonly source: Source
  }
}
