import { DURATION_UNITS, EVIDENCE, KINDS, LIMITS, RESULTS, URGENCIES } from '../orders/words.ts'
import type {
  AlertRule,
  CatalogueItem,
  ClockRule,
  OfferWave,
  PointsRule,
  Preset,
  ServiceList,
} from '../preset.ts'
import { CodeOf, Nullable, Optional, Shape, type Static, Text, type TSchema, Type } from '../schema.ts'
import type { Words } from '../words.ts'
import type { RuleKind } from './ruleWords.ts'

// What of each kind of row is edited. The types below must stay those that the presets are written in.

const Key = (title: string) =>
  Type.String({ title, pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$', description: '字母和数字，字母开头' })
const Whole = (title: string, maximum: number, minimum = 0) => Type.Integer({ title, minimum, maximum })
const Share = (title: string) =>
  Type.Number({ title, minimum: 0, maximum: 1, description: '0 到 1 之间，例如 0.5' })
const Named = Shape({ zh: Text('中文', 60), en: Text('英文', 120) }, '名称')
const Amount = Whole('数值', 100_000, 1)

const LabelRow = Shape({ words: Named })
const ListRow = Shape({ name: Named, printedCount: Nullable(Whole('清单载明的项数', 10_000)) })
const ItemRow = Shape({
  name: Named,
  list: Key('所在清单'),
  alias: Type.Array(Text('别的说法', 40), { title: '别的说法', maxItems: 20 }),
  kind: CodeOf(KINDS, '诉求类型'),
  urgency: CodeOf(URGENCIES, '缓急'),
  evidence: Type.Array(CodeOf(EVIDENCE), { title: '办结凭证', maxItems: 3, uniqueItems: true }),
  photoNeedsPlace: Type.Boolean({ title: '照片留拍摄地点' }),
  unit: Nullable(Key('先派给哪个单位')),
  grabbable: Type.Boolean({ title: '可以抢单' }),
  automatic: Type.Boolean({ title: '系统自己受理、发布' }),
  skill: Nullable(Key('要什么技能')),
  homeEntry: Type.Boolean({ title: '要入户资质' }),
  atStation: Optional(Type.Boolean({ title: '驿站也能办' })),
  returnsToPool: Optional(Type.Boolean({ title: '逾期放回抢单大厅' })),
  selfHandled: Optional(Type.Boolean({ title: '网格员可自办自结' })),
})
const ClockRow = Shape({
  clock: CodeOf(LIMITS, '哪个时限'),
  urgency: CodeOf(URGENCIES, '缓急'),
  item: Nullable(Key('只对哪个事项')),
  amount: Amount,
  unit: CodeOf(DURATION_UNITS, '单位'),
})
const AlertRow = Shape({
  warnShare: Share('时限走到几成时提醒'),
  shortestMinutes: Whole('短于多少分钟的时限不提醒', 100_000),
  escalateAfter: Shape({ amount: Amount, unit: CodeOf(DURATION_UNITS, '单位') }, '超时多久报上一级'),
  quietAtNight: Type.Boolean({ title: '夜里不打扰' }),
})
const WaveRow = Shape({ wave: Whole('第几波', 9, 1), level: Key('问到哪一级') })
const PointsRow = Shape({
  name: Named,
  appliesTo: Key('哪个清单或事项'),
  amount: Whole('积分', 100_000, 1),
  postsOn: Type.Array(CodeOf(RESULTS), {
    title: '办成什么结果才记',
    minItems: 1,
    maxItems: 5,
    uniqueItems: true,
  }),
  dailyCap: Whole('一人一天至多', 1_000_000, 1),
  pairWeeklyCap: Whole('同两人一周至多几单', 1000, 1),
})

/** The settings that decide how orders go, by their key. */
export const RULE_SETTINGS = {
  followUp: Shape({ tries: Whole('至少打几次', 20, 1), days: Whole('分在几天', 30, 1) }),
  rework: Shape({
    rounds: Whole('至多重办几轮', 9),
    share: Share('时限是原来的几成'),
    atLeastDays: Whole('至少几天', 60, 1),
  }),
  selfHandling: Shape({ share: Share('抽几成回访') }),
  lifecycle: Shape({
    supplements: Whole('至多退回补正几次', 9),
    unmergeHours: Whole('并单几小时内可撤销', 720),
    mergeDays: Whole('结案几天内的单还能并入', 365),
  }),
  offers: Shape({
    shortagePercent: Whole('每一百位空闲志愿者，待接的单多于几张算缺人', 2000, 1),
    shortageLeast: Whole('至少几张待接的单才算', 1000, 1),
    walkMetresPerMinute: Whole('步行每分钟几米', 300, 10),
    seconds: Whole('至多算几秒', 30, 1),
  }),
  helperQuota: Shape({ value: Whole('一人手上至多几单', 100, 1) }),
} as const satisfies { readonly [key: string]: TSchema }
export type RuleSetting = keyof typeof RULE_SETTINGS
export const SETTING_NAMES: { readonly [key in RuleSetting]: Words } = {
  followUp: { zh: '回访', en: 'Follow-up' },
  rework: { zh: '重办', en: 'Rework' },
  selfHandling: { zh: '自办自结的抽查', en: 'Checks of what was settled alone' },
  lifecycle: { zh: '补正和并单', en: 'Supplements and merging' },
  offers: { zh: '缺人时的搭配建议', en: 'Proposals when helpers are short' },
  helperQuota: { zh: '志愿者手上的单', en: 'Orders a helper holds' },
}

const ROWS = {
  label: LabelRow,
  list: ListRow,
  item: ItemRow,
  clock: ClockRow,
  alert: AlertRow,
  wave: WaveRow,
  points: PointsRow,
} as const satisfies { readonly [kind in Exclude<RuleKind, 'setting'>]: TSchema }

/** What may be written of a row, or undefined for one that is not edited here. */
export function ruleSchema(kind: RuleKind, key: string): TSchema | undefined {
  if (kind !== 'setting') return ROWS[kind]
  return Object.hasOwn(RULE_SETTINGS, key) ? RULE_SETTINGS[key as RuleSetting] : undefined // seen to be one
}

// An edited part that the presets' own type would not take stops the program from being built.
type Fits<Part extends object, Row> =
  Part extends Pick<Row, keyof Part & keyof Row>
    ? Exclude<keyof Part, keyof Row> extends never
      ? true
      : false
    : false
type Setting<key extends RuleSetting> = Static<(typeof RULE_SETTINGS)[key]>
type Fitting = [
  Fits<Static<typeof ListRow>, ServiceList>,
  Fits<Static<typeof ItemRow>, CatalogueItem>,
  Fits<Static<typeof ClockRow>, ClockRule>,
  Fits<Static<typeof AlertRow>, AlertRule>,
  Fits<Static<typeof WaveRow>, OfferWave>,
  Fits<Static<typeof PointsRow>, PointsRule>,
  Fits<Setting<'followUp'>, Preset['followUp']>,
  Fits<Setting<'rework'>, Preset['rework']>,
  Fits<Setting<'selfHandling'>, Preset['selfHandling']>,
  Fits<Setting<'lifecycle'>, Preset['lifecycle']>,
  Fits<Setting<'offers'>, Preset['offers']>,
]
/** True as long as what is edited is what the presets are written in. */
export const ROWS_FIT_THE_PRESETS: Fitting extends readonly true[] ? true : never = true
