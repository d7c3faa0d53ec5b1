import type { Operation } from '../kit/house.ts'

/** What a number counts. People under three and ratings under ten are never told; orders, visits, days, terms, homes of an area, seats of a roster and measures of the earth are. */
type Counts =
  | 'people'
  | 'ratings'
  | 'orders'
  | 'visits'
  | 'time'
  | 'terms'
  | 'units'
  | 'homes'
  | 'seats'
  | 'measures'
const FEWEST: { readonly [counts in Counts]?: number } = { people: 3, ratings: 10 }

const flows: { readonly [path: string]: Counts } = {
  placed: 'orders',
  claimed: 'orders',
  handled: 'orders',
  closed: 'orders',
  reworked: 'orders',
  refused: 'orders',
  cancelled: 'orders',
  shown: 'orders',
  'results.solved': 'orders',
  'results.partlySolved': 'orders',
  'results.notSolved': 'orders',
  'results.answered': 'orders',
  'results.explained': 'orders',
  medianClaimSeconds: 'time',
  'satisfaction.rated': 'ratings',
  'satisfaction.satisfied': 'orders', // only beside ten ratings: it stands and falls with `satisfaction`
  'satisfaction.excluded': 'orders',
  'satisfaction.percent': 'orders',
}
const below = (
  name: string,
  counts: { readonly [path: string]: Counts } = flows,
): { readonly [path: string]: Counts } =>
  Object.fromEntries(Object.entries(counts).map(([path, one]) => [`${name}.${path}`, one]))

/** What an area promises and holds: of the cared-for alone people are counted; contacts and promises stand and fall with them. */
const ground: { readonly [path: string]: Counts } = {
  homes: 'homes',
  'pairs.held': 'homes',
  'pairs.homes': 'homes',
  'visits.met': 'visits',
  'visits.tried': 'visits',
  'visits.homes': 'homes',
  'duties.filled': 'seats',
  'duties.wanted': 'seats',
  'care.people': 'people',
  'care.promises': 'terms',
  'care.inTime': 'terms',
  'care.lastDay': 'visits',
  'care.lastWeek': 'visits',
  'reach.grids': 'measures',
  'reach.placed': 'measures',
  'reach.services.reached': 'measures',
}

/** What each number of the operations counts that those read who see no household: a leader, or everybody. */
const NUMBERS: { readonly [operation: string]: { readonly [path: string]: Counts } } = {
  getFigures: {
    ...below('today'),
    ...below('period'),
    'states.orders': 'orders',
    open: 'orders',
    overdue: 'orders',
    'days.placed': 'orders',
    'days.closed': 'orders',
    'items.open': 'orders',
    'items.placed': 'orders',
    'areas.open': 'orders',
    'areas.overdue': 'orders',
    'areas.placed': 'orders',
    'areas.closed': 'orders',
    handlersToday: 'people',
  },
  suggestOrder: { 'advice.items.share': 'terms', 'advice.margin': 'terms', 'known.reporters': 'people' },
  getServiceLists: {
    'items.need.placed': 'orders',
    'items.need.open': 'orders',
    'items.need.longestWaitMinutes': 'time',
    'items.supply.helpers': 'people',
    'items.supply.units': 'units',
    'items.service.closed': 'orders',
    'items.service.solved': 'orders',
  },
  getCoverage: { ...below('ground', ground), ...below('areas.ground', ground) },
  getQueue: { waiting: 'terms', 'called.number': 'terms' },
  getMapSettings: { 'offset.metres': 'measures', 'offset.bearing': 'measures' },
  // Entries of ledgers and minutes of handwriting: orders, visits, shifts; no person is counted.
  retiredLedgers: {
    'items.minutes': 'terms',
    'items.measured.minutes': 'terms',
    'items.months.each': 'terms',
    'items.months.entries': 'orders',
    'items.months.minutes': 'terms',
    'months.ledgers': 'terms',
    'months.entries': 'orders',
    'months.minutes': 'terms',
  },
  countOrders: { 'states.*': 'orders', overdue: 'orders', unknownYear: 'time' },
  listCampaigns: { 'items.dailyQuota': 'terms' },
  // What became of the last visit to a home, by grid: which home is not said, nor who walked.
  campaignProgress: {
    'campaign.dailyQuota': 'terms',
    'form.version': 'terms',
    'grids.households': 'homes',
    'grids.met': 'visits',
    'grids.notHome': 'visits',
    'grids.refused': 'visits',
    'grids.moved': 'visits',
    'grids.closed': 'visits',
    'grids.orders': 'orders',
    'companies.orders': 'orders',
    conflicts: 'visits',
  },
  circleGaps: {
    'items.services.minutes': 'time',
    'walk.minutes': 'terms',
    'walk.metresPerMinute': 'terms',
    'walk.detourHundredths': 'terms',
  },
}

type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: { readonly [name: string]: Schema }
  readonly patternProperties?: { readonly [pattern: string]: Schema }
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}
const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`)

/** The paths of all numbers in a schema. */
function numbersOf(schema: Schema | undefined, at = ''): string[] {
  if (!schema) return []
  const { type, properties = {}, patternProperties = {}, items, anyOf = [], additionalProperties } = schema
  const more = typeof additionalProperties === 'object' ? [additionalProperties] : []
  return [
    ...(type === 'integer' || type === 'number' ? [at] : []),
    ...Object.entries(properties).flatMap(([name, one]) => numbersOf(one, join(at, name))),
    ...[...Object.values(patternProperties), ...more].flatMap((one) => numbersOf(one, join(at, '*'))),
    ...numbersOf(items, at),
    ...anyOf.flatMap((one) => numbersOf(one, at)),
  ]
}

/** Operations whose numbers are for those who see no household. */
const isFigures = ({ 'x-authz': { access, rows } }: Operation): boolean =>
  access === 'roles' && Array.isArray(rows) && rows.some(({ role }) => role === 'leader')

/** Numbers of such operations of which nobody said what they count: a number that comes later must be named above. */
export function uncountedNumbers(operations: readonly Operation[]): string[] {
  return operations.filter(isFigures).flatMap(({ id, responses }) => {
    const content = (responses['200'] as { content?: { 'application/json'?: { schema: Schema } } }).content
    const known = NUMBERS[id] ?? {}
    return [...new Set(numbersOf(content?.['application/json']?.schema))]
      .filter((path) => !(path in known))
      .map((path) => `${id}: ${path}`)
  })
}

/** Figures in an answer that count too few. */
export function numberMistakes(operation: string, body: unknown): string[] {
  return Object.entries(NUMBERS[operation] ?? {}).flatMap(([path, counts]) => {
    const fewest = FEWEST[counts]
    if (fewest === undefined) return []
    return valuesAt(body, path.split('.'))
      .filter((value) => typeof value === 'number' && value < fewest)
      .map((value) => `${path} = ${value}, fewer than ${fewest} ${counts}`)
  })
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one) => valuesAt(one, name === undefined ? [] : [name, ...rest]))
  if (name === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  return valuesAt((value as { [name: string]: unknown })[name], rest)
}
