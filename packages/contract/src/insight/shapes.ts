import { STATES } from '../orders/words.ts'
import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Type,
  WordsShape,
} from '../schema.ts'
import type { Vocabulary } from '../words.ts'

export const FiguresQuery = Shape({
  /** The reader's own widest area when left out. */
  area: Optional(AreaPath('辖区')),
  /** The period: so many days up to today. */
  days: Optional(Type.Integer({ title: '天数', minimum: 1, maximum: 366, default: 30 })),
})

export const CoverageQuery = Shape({
  /** The reader's own widest area when left out. */
  area: Optional(AreaPath('辖区')),
})

const flows = { placed: Count(), claimed: Count(), handled: Count(), closed: Count(), reworked: Count() }
/** What happened to orders in some days. */
export const Flows = Shape({
  ...flows,
  refused: Count(),
  cancelled: Count(),
  shown: Count(),
  results: Shape({
    solved: Count(),
    partlySolved: Count(),
    notSolved: Count(),
    /** Not solved, and explained with two signatures: counted apart. */
    explained: Count(),
    answered: Count(),
  }),
  /** Seconds within which half of the claims came, from the histogram; null without claims. */
  medianClaimSeconds: Nullable(Count()),
  /** Null under ten ratings: too few to say anything, and to hide who said it. */
  satisfaction: Nullable(
    // `excluded`: unsatisfied judgements that an upheld objection leaves out of `rated`.
    Shape({
      rated: Count(),
      satisfied: Count(),
      excluded: Count(),
      percent: Type.Number({ minimum: 0, maximum: 100 }),
    }),
  ),
})
export type Flows = Static<typeof Flows>

export const AreaFigures = Shape({
  path: AreaPath(),
  name: Type.String(),
  open: Count(),
  overdue: Count(),
  placed: Count(),
  closed: Count(),
})
export const ItemFigures = Shape({ item: Type.String(), name: WordsShape, open: Count(), placed: Count() })
export const DayFigures = Shape({ day: Day(), placed: Count(), closed: Count() })

/** One area's orders in figures: wall, desk and export read this and nothing else. */
export const Figures = Shape({
  area: AreaPath(),
  name: Type.String(),
  /** The areas above it, top first, as far as the reader may see them. */
  above: Type.Array(Shape({ path: AreaPath(), name: Type.String() })),
  asOf: Instant(),
  states: Type.Array(Shape({ state: CodeOf(STATES), orders: Count() })),
  open: Count(),
  /** Open and past the limit of the clock that runs. */
  overdue: Count(),
  from: Day(),
  to: Day(),
  today: Flows,
  period: Flows,
  days: Type.Array(DayFigures),
  /** Busiest first. */
  items: Type.Array(ItemFigures),
  /** The next level down. */
  areas: Type.Array(AreaFigures),
  /** People who handled an order today; null under three. */
  handlersToday: Nullable(Count()),
})
export type Figures = Static<typeof Figures>

/** Why an item stands out: more is asked than can be done, or something is offered that nobody asks for. */
export const GAPS = {
  short: { zh: '供不应求', en: 'Short of supply' },
  idle: { zh: '有人愿办，没人来点', en: 'Offered, not asked for' },
} as const satisfies Vocabulary<string>
export type Gap = keyof typeof GAPS

/** One item across the three lists: what is asked, who could do it, what was done. */
export const ServiceListRow = Shape({
  item: Type.String(),
  name: WordsShape,
  /** Key of the service list it stands on. */
  list: Type.String(),
  need: Shape({ placed: Count(), open: Count(), longestWaitMinutes: Nullable(Count()) }),
  /** `helpers` is null under three people; `offered` says whether helpers may take it at all. */
  supply: Shape({ offered: Type.Boolean(), helpers: Nullable(Count()), units: Count() }),
  service: Shape({ closed: Count(), solved: Count() }),
  gap: Nullable(CodeOf(GAPS)),
})
export type ServiceListRow = Static<typeof ServiceListRow>
/** 需求、供给、服务三张清单 of an area, what is short first. No order and nobody's name. */
export const ServiceLists = Shape({
  area: AreaPath(),
  name: Type.String(),
  above: Type.Array(Shape({ path: AreaPath(), name: Type.String() })),
  areas: Type.Array(Shape({ path: AreaPath(), name: Type.String() })),
  asOf: Instant(),
  from: Day(),
  to: Day(),
  lists: Type.Array(Shape({ key: Type.String(), name: WordsShape })),
  items: Type.Array(ServiceListRow),
})
export type ServiceLists = Static<typeof ServiceLists>
