import { endpoints } from '../endpoint.ts'
import {
  CodeOf,
  Count,
  Day,
  Instant,
  Nullable,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import { DAY_KINDS, DAY_SETTINGS } from './dayWords.ts'

const DayParams = Shape({ day: Day('哪天') })
const CalendarYear = Shape({
  items: Type.Array(
    Shape({
      day: Day(),
      kind: CodeOf(DAY_KINDS),
      name: WordsShape,
      /** Written by the place, not by the preset. */
      isOwn: Type.Boolean(),
    }),
  ),
  /** What the place changed, the latest first; null: set back to what its weekday says. */
  changes: Type.Array(
    Shape({
      day: Day(),
      kind: Nullable(CodeOf(DAY_KINDS)),
      name: WordsShape,
      at: Instant(),
      /** Who changed it, masked; null for whoever does not administer or audit here. */
      by: Nullable(Type.String()),
    }),
  ),
  /** The years whose public holidays are known; in any other every weekday is worked and every weekend is free, but for single days. */
  years: Type.Array(Type.Integer()),
})
export type CalendarYear = Static<typeof CalendarYear>
/** What stands on a day already: stations keep to the table from the change on; what was arranged does not move by itself. */
const DayEffects = Shape({
  stations: Count('当天按周历或节假日开放的驿站'),
  duties: Count('已排的班'),
  activities: Count('已排的活动'),
})
export type DayEffects = Static<typeof DayEffects>

const Clock = (title: string) =>
  Type.String({ title, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '24 小时制，例如 08:30' })
/** Monday first; a day without windows is free. */
const WeekDays = Type.Array(
  Type.Array(Shape({ from: Clock('几点起'), to: Clock('到几点') }), {
    title: '这一天的工作时间',
    maxItems: 4,
  }),
  { title: '一周的工作时间', minItems: 7, maxItems: 7 },
)
const Week = Shape({
  /** `region`, or the id of a unit with hours of its own. */
  key: Type.String(),
  unitName: Nullable(WordsShape),
  days: WeekDays,
  /** Written by the place, not by the preset. */
  isOwn: Type.Boolean(),
})
const Weeks = Shape({
  /** The region's first, then those of units. */
  items: Type.Array(Week),
  changes: Type.Array(
    Shape({
      key: Type.String(),
      unitName: Nullable(WordsShape),
      days: Nullable(WeekDays),
      at: Instant(),
      by: Nullable(Type.String()),
    }),
  ),
  /** Running limits of open orders that are counted in working time: they move with the week. Null for whoever may not change it. */
  limits: Nullable(Count('按工作时间算的时限')),
})
export type Weeks = Static<typeof Weeks>
export type WeekDays = Static<typeof WeekDays>

/** The region's one calendar of days off and weekend days that are worked. */
export const dayEndpoints = endpoints({
  listDays: {
    kind: 'read',
    method: 'GET',
    path: '/days',
    summary: { zh: '放假和调休', en: 'Days off and worked weekends' },
    query: Shape({ year: Type.Integer({ title: '哪一年', minimum: 2000, maximum: 2100 }) }),
    response: CalendarYear,
  },
  dayEffects: {
    kind: 'read',
    method: 'GET',
    path: '/days/:day/effects',
    summary: { zh: '改这一天会碰到什么', en: 'What stands on a day' },
    params: DayParams,
    response: DayEffects,
  },
  listWeeks: {
    kind: 'read',
    method: 'GET',
    path: '/weeks',
    summary: { zh: '工作时间', en: 'Working hours' },
    response: Weeks,
  },
  setWeek: {
    kind: 'command',
    method: 'POST',
    path: '/weeks/:key',
    summary: { zh: '改工作时间', en: 'Set the working hours' },
    params: Shape({
      key: Type.String({
        title: '全区或哪个单位',
        pattern: '^(region|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
      }),
    }),
    body: Shape({ days: Nullable(WeekDays) }),
    response: Shape({ key: Type.String() }),
  },
  setDay: {
    kind: 'command',
    method: 'POST',
    path: '/days/:day',
    summary: { zh: '改一天是放假还是上班', en: 'Say whether a day is off or worked' },
    params: DayParams,
    body: Shape({ kind: CodeOf(DAY_SETTINGS, '这一天'), name: Text('名称', 40) }),
    response: Shape({ day: Day() }),
  },
})
