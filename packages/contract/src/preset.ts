import type { ClockKind, DurationUnit, Evidence, Kind, Result, Urgency } from './orders/words.ts'
import type { RewardKind } from './points/words.ts'
import type { Role } from './roles.ts'
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

export type ServiceTeam = { readonly key: string; readonly name: Words; readonly source: Source }
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
  readonly clock: ClockKind
  readonly urgency: Urgency
  readonly item: string | null
  readonly amount: number
  readonly unit: DurationUnit
  readonly source: Source
}

/** How far an offer reaches, wave by wave: the level of the area whose helpers are asked. */
export type OfferWave = { readonly wave: number; readonly level: string; readonly source: Source }

/** What a helper earns. Points are opt-in and only add. */
export type PointsRule = {
  readonly key: string
  readonly name: Words
  /** Service list or item key it applies to; the item outranks the list. */
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

/** A place as data: everything in which it differs from another place. Contains no function. */
export type Preset = {
  readonly key: string
  readonly version: number
  readonly name: Words
  /** GB/T 2260 code of the county or district. */
  readonly gbCode: string
  readonly levels: readonly Level[]
  readonly posts: readonly Post[]
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
  /** The place's own words over the general ones, by the general word's key (`step.placeOrder`, `brand.points`, `hall.claimBoard`). */
  readonly labels: { readonly [key: string]: Words }
  /** Default quota of open orders a helper may hold at once. */
  readonly helperQuota: number
  /** How long after placing a requester may be asked again for a rating, tries and days of 回访. */
  readonly followUp: { readonly tries: number; readonly days: number; readonly source: Source }
  /** 自办自结: the share of orders closed on evidence that get a follow-up call all the same, drawn by chance. */
  readonly selfHandling: { readonly share: number; readonly source: Source }
  readonly rework: {
    readonly rounds: number
    readonly share: number
    readonly atLeastDays: number
    readonly source: Source
  }
}
