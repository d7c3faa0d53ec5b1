import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
  Nullable,
  Shape,
  type Static,
  Type,
  WordsShape,
} from '../schema.ts'
import type { Vocabulary } from '../words.ts'

/** What is counted of the ground, and what the number says. */
export const GROUND = {
  homes: { zh: '登记册里的住户', en: 'Households in the register' },
  pairs: { zh: '有人联系的住户', en: 'Households that somebody looks after' },
  visits: {
    zh: '正在走访的活动里，最近一次见到人的住户',
    en: 'Households met on the last visit of a running campaign',
  },
  duties: { zh: '今天开始的班：排上的和要的', en: 'Shifts that begin today: filled and wanted' },
  care: {
    zh: '约好的联系：到现在没有误的，和做了的',
    en: 'Agreed contacts: none missed until now, and made',
  },
  reach: { zh: '步行够得着每种服务的网格', en: 'Grids within a walk of each service' },
} as const satisfies Vocabulary<string>
export type GroundPart = keyof typeof GROUND

/** Whose shifts they are. */
export const DUTY_KINDS = {
  gate: { zh: '卡口等应急岗', en: 'Gates and other posts of an emergency' },
  station: { zh: '驿站', en: 'Stations' },
  post: { zh: '其他值班', en: 'Other posts' },
} as const satisfies Vocabulary<string>
export type DutyKind = keyof typeof DUTY_KINDS

/** What an area promises and holds. */
export const GroundFigures = Shape({
  homes: Count(),
  /** Households with somebody in force who looks after them, of those in the register. */
  pairs: Type.Array(Shape({ rule: Type.String(), held: Count(), homes: Count() })),
  /** `tried`: visited at all, met or not. */
  visits: Type.Array(Shape({ campaign: Id(), met: Count(), tried: Count(), homes: Count() })),
  duties: Type.Array(Shape({ kind: CodeOf(DUTY_KINDS), filled: Count(), wanted: Count() })),
  /** Null where under three people are cared for, or where others would tell how many. */
  care: Nullable(
    Shape({
      people: Count(),
      promises: Count(),
      /** Of the promises those whose contact is not overdue. */
      inTime: Count(),
      lastDay: Count(),
      lastWeek: Count(),
    }),
  ),
  /** `placed`: grids of which it is known where they lie. */
  reach: Shape({
    grids: Count(),
    placed: Count(),
    services: Type.Array(Shape({ service: Type.String(), reached: Count() })),
  }),
})
export type GroundFigures = Static<typeof GroundFigures>

const Named = Shape({ key: Type.String(), name: WordsShape })
/** 覆盖: what the ground of an area promises and holds, and of the areas below it. Numbers; nobody, and no ranking. */
export const Coverage = Shape({
  area: AreaPath(),
  name: Type.String(),
  above: Type.Array(Shape({ path: AreaPath(), name: Type.String() })),
  /** Something happened since it was counted: it will be counted again in seconds. */
  isBehind: Type.Boolean(),
  /** When each was counted last; null: not yet. */
  counted: Type.Array(Shape({ what: CodeOf(GROUND), at: Nullable(Instant()) })),
  rules: Type.Array(Named),
  services: Type.Array(Named),
  campaigns: Type.Array(Shape({ id: Id(), name: Type.String(), from: Day(), to: Day() })),
  ground: GroundFigures,
  areas: Type.Array(Shape({ path: AreaPath(), name: Type.String(), ground: GroundFigures })),
})
export type Coverage = Static<typeof Coverage>
