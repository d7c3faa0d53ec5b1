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
