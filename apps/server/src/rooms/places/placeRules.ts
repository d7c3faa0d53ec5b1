import type {
  ActivityKind,
  ActivityTheme,
  AlertRule,
  AllowanceCategory,
  CalendarDay,
  CampaignTemplate,
  CardTag,
  CareRhythm,
  CatalogueItem,
  CheckInChoice,
  ClockRule,
  ConductRule,
  Facility,
  GridSize,
  LedgerSet,
  LedgerSum,
  Level,
  NearbyService,
  OfferWave,
  PairingRule,
  PartyBodyKind,
  PointsRule,
  Post,
  Preset,
  RetiredLedger,
  RewardRow,
  ServiceList,
  ServiceTeam,
  Skill,
  Source,
  Words,
  WorkResult,
  WorkWeek,
} from '@linli/contract'
import type { DaySetting } from '@linli/contract/places/dayWords'
import type { Database } from '../../kernel/db/database.ts'
import { notFound } from '../../kernel/problem.ts'
import { isGone, type RuleBody } from './rules/ruleBody.ts'
import { type RegionRow, type RuleVersion, readRules, rulesStamp } from './views/rules.ts'

/** One unit's line of the supply list. */
export type Supply = { readonly unit: string; readonly items: readonly string[]; readonly source: Source }

/** A rule together with the id of the version it stands in, so that an order can keep what it was placed under. */
export type Kept<T> = T & { readonly versionId: string }

/** The rules of a place as they are now: the preset's rows, each as the place has edited it. Lists keep the preset's order. */
export type PlaceRules = {
  readonly region: number
  readonly gbCode: string
  readonly name: Words
  readonly preset: string
  readonly presetVersion: number
  readonly isDemo: boolean
  readonly levels: readonly Kept<Level>[]
  readonly posts: readonly Kept<Post>[]
  readonly partyBodies: readonly Kept<PartyBodyKind>[]
  readonly teams: readonly Kept<ServiceTeam>[]
  readonly skills: readonly Kept<Skill>[]
  /** Which items a founding unit has undertaken to supply; `unit` is its key. */
  readonly supplies: readonly Kept<Supply>[]
  readonly lists: readonly Kept<ServiceList>[]
  readonly items: readonly Kept<CatalogueItem>[]
  /** Versions of items that are in force no more: an order is handled by the one that it was placed under. */
  readonly pastItems: readonly Kept<CatalogueItem>[]
  readonly clocks: readonly Kept<ClockRule>[]
  readonly waves: readonly Kept<OfferWave>[]
  readonly points: readonly Kept<PointsRule>[]
  readonly rewards: readonly Kept<RewardRow>[]
  readonly calendar: readonly Kept<CalendarDay>[]
  /** The region's working week and those of units with hours of their own. */
  readonly weeks: readonly Kept<WorkWeek>[]
  readonly alerts: readonly Kept<AlertRule>[]
  /** Grows with every edit of limits, week, days or alerts. */
  readonly clockEdition: number
  readonly facilities: readonly Kept<Facility>[]
  readonly checkInChoices: readonly Kept<CheckInChoice>[]
  readonly conduct: readonly Kept<ConductRule>[]
  readonly partnerRule: Kept<Preset['partnerRule']>
  readonly cardTags: readonly Kept<CardTag>[]
  readonly campaigns: readonly Kept<CampaignTemplate>[]
  readonly careRhythms: readonly Kept<CareRhythm>[]
  readonly allowances: readonly Kept<AllowanceCategory>[]
  readonly workResults: readonly Kept<WorkResult>[]
  readonly careUnseen: Kept<Preset['careUnseen']>
  readonly devices: Kept<Preset['devices']>
  readonly workAppeal: Kept<Preset['workAppeal']>
  readonly activityKinds: readonly Kept<ActivityKind>[]
  readonly activityThemes: readonly Kept<ActivityTheme>[]
  readonly nearbyServices: readonly Kept<NearbyService>[]
  readonly retiredLedgers: readonly Kept<RetiredLedger>[]
  readonly ledgerSets: readonly Kept<LedgerSet>[]
  readonly ledgerSums: readonly Kept<LedgerSum>[]
  readonly gridSize: Kept<GridSize>
  readonly pairingRules: readonly Kept<PairingRule>[]
  readonly labels: { readonly [key: string]: Words }
  readonly helperQuota: number
  readonly followUp: Kept<Preset['followUp']>
  readonly rework: Kept<Preset['rework']>
  readonly selfHandling: Kept<Preset['selfHandling']>
  readonly lifecycle: Kept<Preset['lifecycle']>
  readonly offers: Kept<Preset['offers']>
  readonly redemption: Kept<Preset['redemption']>
  readonly walk: Kept<Preset['walk']>
  readonly trust: Kept<Preset['trust']>
}

/** For so long another instance's edit may go unseen here. */
const FRESH_MILLISECONDS = 2000

type Read = {
  readonly about: Region
  readonly rows: readonly RuleVersion[]
  readonly past: readonly RuleVersion[]
}
type Entry = { rules: PlaceRules; read: Read; stamp: string; checkedAt: number }
const caches = new WeakMap<Database, Map<number, Entry>>()

/**
 * The place's current rules, kept in this process. Every two seconds a short query asks whether a version was added.
 * @throws notFound when the region has not been founded
 */
export async function placeRules(db: Database, region: number): Promise<PlaceRules> {
  return (await entryOf(db, region)).rules
}

/** The rules in force, and what they would be with one row written otherwise: for looking before an edit. */
export async function placeRulesWith(
  db: Database,
  region: number,
  change: { readonly kind: string; readonly key: string; readonly id: string; readonly body: RuleBody },
): Promise<{ readonly before: PlaceRules; readonly after: PlaceRules }> {
  const { rules, read } = await entryOf(db, region)
  const others = read.rows.filter(({ kind, key }) => kind !== change.kind || key !== change.key)
  return { before: rules, after: assemble(region, { ...read, rows: [...others, change] }) }
}

async function entryOf(db: Database, region: number): Promise<Entry> {
  const cache = caches.get(db) ?? new Map<number, Entry>()
  caches.set(db, cache)
  const kept = cache.get(region)
  if (kept) {
    if (performance.now() - kept.checkedAt < FRESH_MILLISECONDS) return kept
    if ((await rulesStamp(db, region)) === kept.stamp) {
      kept.checkedAt = performance.now()
      return kept
    }
  }
  const read = await readRules(db, region)
  if (!read?.region || !read.rules) throw notFound()
  const about = { ...read.region, clockEdition: read.clockEdition }
  const kinds = { about, rows: read.rules, past: read.pastItems ?? [] }
  const entry = {
    rules: assemble(region, kinds),
    read: kinds,
    stamp: read.stamp,
    checkedAt: performance.now(),
  }
  cache.set(region, entry)
  return entry
}

/** Forgets what this process has kept, after it has written rules itself. */
export function forgetRules(db: Database, region: number): void {
  caches.get(db)?.delete(region)
}

type Region = RegionRow & Pick<PlaceRules, 'clockEdition'>

function assemble(region: number, { about, rows: written, past }: Read): PlaceRules {
  const rows = written.filter(({ body }) => !isGone(body))
  // The bodies were written from a typed preset, or by an edit validated as one.
  const keep = <T>({ body, id }: RuleVersion) => ({ ...body, versionId: id }) as Kept<T>
  const all = <T>(kind: string) => rows.filter((row) => row.kind === kind).map((row) => keep<T>(row))
  const setting = <T>(key: string): Kept<T> => {
    const row = rows.find((row) => row.kind === 'setting' && row.key === key)
    if (!row) throw new Error(`the place has no setting ${key}`)
    return { ...row.body, versionId: row.id } as Kept<T>
  }
  return {
    region,
    ...about,
    levels: all<Level>('level'),
    posts: all<Post>('post'),
    partyBodies: all<PartyBodyKind>('partyBody'),
    teams: all<ServiceTeam>('team'),
    skills: all<Skill>('skill'),
    supplies: all<Supply>('supply'),
    lists: all<ServiceList>('list'),
    items: all<CatalogueItem>('item'),
    pastItems: past.filter(({ body }) => !isGone(body)).map((row) => keep<CatalogueItem>(row)),
    clocks: all<ClockRule>('clock'),
    waves: all<OfferWave>('wave'),
    points: all<PointsRule>('points'),
    rewards: all<RewardRow>('reward'),
    // A day that the place set back says so in a row of its own, lest the preset take it up again.
    calendar: all<Omit<CalendarDay, 'kind'> & { kind: DaySetting }>('day').flatMap(({ kind, ...day }) =>
      kind === 'plain' ? [] : [{ ...day, kind }],
    ),
    // A unit whose own hours were taken back says so in a row of its own.
    weeks: all<Omit<WorkWeek, 'days'> & { days: WorkWeek['days'] | null }>('week').flatMap(
      ({ days, ...week }) => (days === null ? [] : [{ ...week, days }]),
    ),
    alerts: all<AlertRule>('alert'),
    facilities: all<Facility>('facility'),
    checkInChoices: all<CheckInChoice>('checkInChoice'),
    conduct: all<ConductRule>('conduct'),
    partnerRule: setting<Preset['partnerRule']>('partnerRule'),
    cardTags: all<CardTag>('cardTag'),
    campaigns: all<CampaignTemplate>('campaign'),
    careRhythms: all<CareRhythm>('careRhythm'),
    allowances: all<AllowanceCategory>('allowance'),
    workResults: all<WorkResult>('workResult'),
    careUnseen: setting<Preset['careUnseen']>('careUnseen'),
    devices: setting<Preset['devices']>('devices'),
    workAppeal: setting<Preset['workAppeal']>('workAppeal'),
    activityKinds: all<ActivityKind>('activityKind'),
    activityThemes: all<ActivityTheme>('activityTheme'),
    nearbyServices: all<NearbyService>('nearbyService'),
    retiredLedgers: all<RetiredLedger>('retiredLedger'),
    ledgerSets: all<LedgerSet>('ledgerSet'),
    ledgerSums: all<LedgerSum>('ledgerSum'),
    gridSize: setting<GridSize>('gridSize'),
    pairingRules: all<PairingRule>('pairingRule'),
    labels: Object.fromEntries(
      all<{ key: string; words: Words }>('label').map(({ key, words }) => [key, words]),
    ),
    helperQuota: setting<{ value: number }>('helperQuota').value,
    followUp: setting<Preset['followUp']>('followUp'),
    rework: setting<Preset['rework']>('rework'),
    selfHandling: setting<Preset['selfHandling']>('selfHandling'),
    lifecycle: setting<Preset['lifecycle']>('lifecycle'),
    offers: setting<Preset['offers']>('offers'),
    redemption: setting<Preset['redemption']>('redemption'),
    walk: setting<Preset['walk']>('walk'),
    trust: setting<Preset['trust']>('trust'),
  }
}
