import { addDays, type Day, lunarDayOf, lunarDays } from './lunar.ts'
import { numberOf } from './plainText.ts'

/** A span of days; a single one when they are the same. */
export type Span = { readonly from: Day; readonly to: Day }
type Rule = readonly [RegExp, (parts: readonly (string | undefined)[], now: Day) => Span | undefined]

const N = String.raw`(\d{1,2}|[一二三四五六七八九十两]{1,3})`
const DAYS: { readonly [word: string]: number } = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
}
const one = (day: Day): Span => ({ from: day, to: day })
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
const isDay = (day: Day): boolean =>
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
const dayOf = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const valid = (day: Day): Span | undefined => (isDay(day) ? one(day) : undefined)
const away = (day: Day, now: Day): number => Math.abs(Date.parse(day) - Date.parse(now))

/** Of the same day in three years the one that is nearest. */
function nearestYear(month: number, day: number, now: Day): Span | undefined {
  const year = Number(now.slice(0, 4))
  const days = [year - 1, year, year + 1].map((one) => dayOf(one, month, day)).filter(isDay)
  const [nearest] = days.sort((a, b) => away(a, now) - away(b, now))
  return nearest ? one(nearest) : undefined
}

/** The month so many months from now, whole or its beginning, middle or end. */
function monthFrom(now: Day, months: number, part?: string): Span {
  const first = new Date(`${now.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return monthOf(first.getUTCFullYear(), first.getUTCMonth() + 1, part)
}

function monthOf(year: number, month: number, part?: string): Span {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const [from, to] =
    part === '初'
      ? [1, 10]
      : part === '中'
        ? [11, 20]
        : part === '底' || part === '末'
          ? [21, last]
          : [1, last]
  return { from: dayOf(year, month, from), to: dayOf(year, month, to) }
}

const LUNAR_MONTHS: { readonly [word: string]: number } = { 正: 1, 冬: 11, 腊: 12 }
/** Days of the lunar calendar that have names; day 0 is the last of the month. */
const FESTIVALS: { readonly [name: string]: readonly [number, number] } = {
  除夕: [12, 0],
  大年三十: [12, 0],
  年三十: [12, 0],
  大年夜: [12, 0],
  春节: [1, 1],
  大年初一: [1, 1],
  元宵: [1, 15],
  龙抬头: [2, 2],
  端午: [5, 5],
  七夕: [7, 7],
  中元节: [7, 15],
  中秋: [8, 15],
  重阳: [9, 9],
  腊八: [12, 8],
  小年: [12, 23],
}
/** And those of the other one. */
const FEASTS: { readonly [name: string]: readonly [number, number] } = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  儿童节: [6, 1],
  国庆: [10, 1],
}

/** The nearest such day; who says 去年 or 明年 means the lunar year that began in that year. */
function lunarDay(month: number, day: number, now: Day, side = ''): Span | undefined {
  if (side !== '') {
    const found = lunarDayOf(yearOf(side, now), month, day)
    return found ? one(found) : undefined
  }
  const { last, next } = lunarDays(now, month, day)
  const [nearest] = [last, next].flatMap((one) => one ?? []).sort((a, b) => away(a, now) - away(b, now))
  return nearest ? one(nearest) : undefined
}

/** 初三, 十五, 廿八, 二十八 and 三十. */
const lunarNumber = (said: string): number => numberOf(said.replace('初', '').replace('廿', '二十'))

const RULES: readonly Rule[] = [
  [
    new RegExp(`(\\d{4})年${N}月${N}[日号]?`, 'y'),
    ([, y, m = '', d = '']) => valid(dayOf(Number(y), numberOf(m), numberOf(d))),
  ],
  [
    /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
    ([, y, , m, d]) => valid(dayOf(Number(y), Number(m), Number(d))),
  ],
  [
    /(\d{4})年(\d{1,2})月(?:份)?([初中底末])?(?!\d)/y,
    ([, y, m, part]) => inMonths(Number(m)) && monthOf(Number(y), Number(m), part),
  ],
  [
    /(去年|今年|明年)?的?(?:农历|阴历)([一二三四五六七八九十正冬腊]{1,2})月(初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3})/y,
    ([, side, m = '', d = ''], now) => lunarDay(LUNAR_MONTHS[m] ?? numberOf(m), lunarNumber(d), now, side),
  ],
  [
    /(去年|今年|明年)?的?([正冬腊])月(初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3})/y,
    ([, side, m = '', d = ''], now) => lunarDay(LUNAR_MONTHS[m] ?? 0, lunarNumber(d), now, side),
  ],
  [
    /(去年|今年|明年)?的?([一二三四五六七八九十]{1,2})月(初[一二三四五六七八九十])/y,
    ([, side, m = '', d = ''], now) => lunarDay(numberOf(m), lunarNumber(d), now, side),
  ],
  [
    new RegExp(`(去年|今年|明年)?的?(${Object.keys(FESTIVALS).join('|')})(?:节|当天)?`, 'y'),
    ([, side, name = ''], now) => {
      const [month, day] = FESTIVALS[name] ?? [0, 0]
      return lunarDay(month, day, now, side)
    },
  ],
  [
    new RegExp(`(去年|今年|明年)?的?(${Object.keys(FEASTS).join('|')})(?:节|当天)?(?![广路村小大])`, 'y'),
    ([, side, name = ''], now) => {
      const [month, day] = FEASTS[name] ?? [1, 1]
      return side ? valid(dayOf(yearOf(side, now), month, day)) : nearestYear(month, day, now)
    },
  ],
  [
    new RegExp(`(前年|去年|今年|明年)的?${N}月(?:份)?${N}[日号]`, 'y'),
    ([, side = '', m = '', d = ''], now) => valid(dayOf(yearOf(side, now), numberOf(m), numberOf(d))),
  ],
  [
    new RegExp(`(前年|去年|今年|明年)的?${N}月(?:份)?([初中底末])?`, 'y'),
    ([, side = '', m = '', part], now) =>
      inMonths(numberOf(m)) && monthOf(yearOf(side, now), numberOf(m), part),
  ],
  [
    new RegExp(`(?<![\\d一二三四五六七八九十])${N}月${N}[日号]?(?!\\d)`, 'y'),
    ([, m = '', d = ''], now) => nearestYear(numberOf(m), numberOf(d), now),
  ],
  [
    /(上上|上|这|本|下下|下)个?(?:周|星期|礼拜)([一二三四五六日天末])/y,
    ([, side = '', d = ''], now) => weekday(addDays(mondayOf(now), 7 * sideOf(side)), d),
  ],
  [/(上上|上|这|本|下下|下)个?(?:周|星期|礼拜)(?![一-五])/y, ([, side = ''], now) => week(now, sideOf(side))],
  [/(?:周|星期|礼拜)([一二三四五六日天末])(?![个元块名家])/y, ([, d = ''], now) => weekday(mondayOf(now), d)],
  [
    new RegExp(`(上上|上|这|本|下下|下)个?月的?${N}[日号]`, 'y'),
    ([, side = '', d = ''], now) =>
      valid(`${monthFrom(now, sideOf(side)).from.slice(0, 8)}${String(numberOf(d)).padStart(2, '0')}`),
  ],
  [
    /(上上|上|这|本|下下|下)个?月([初中底末])?/y,
    ([, side = '', part], now) => monthFrom(now, sideOf(side), part),
  ],
  [/月([初中底末])/y, ([, part], now) => monthFrom(now, 0, part)],
  [
    /(\d{1,3}|[一二三四五六七八九十两]{1,3}|半)(?:个)?(天|日|周|星期|礼拜|个?月|年)(?:之)?(前|后)/y,
    ([, n = '', unit = '', side], now) => ago(n, unit, side === '前' ? -1 : 1, now),
  ],
  [
    /(大前|前|昨|今|明|大后|后)(?:天|日)|(昨|今|明)(?=[早晚夜晨中])/y,
    ([, long, short], now) => one(addDays(now, DAYS[long ?? short ?? ''] ?? 0)),
  ],
  [
    /(?<![号第路街巷弄道线幢栋\d])(\d{1,2})[号日](?=上午|下午|早|晚|凌晨|中午|夜|开始|起|之前|以前|至今|那天|\d{1,2}[点时:])/y,
    ([, d = ''], now) => valid(`${now.slice(0, 8)}${d.padStart(2, '0')}`),
  ],
]

const inMonths = (month: number): true | undefined => (month >= 1 && month <= 12 ? true : undefined)
const yearOf = (side: string, now: Day): number =>
  Number(now.slice(0, 4)) + ({ 前年: -2, 去年: -1, 明年: 1 }[side] ?? 0)
const sideOf = (side: string): number => ({ 上上: -2, 上: -1, 下: 1, 下下: 2 })[side] ?? 0
const week = (now: Day, weeks: number): Span => {
  const from = addDays(mondayOf(now), 7 * weeks)
  return { from, to: addDays(from, 6) }
}
function weekday(monday: Day, said: string): Span {
  if (said === '末') return { from: addDays(monday, 5), to: addDays(monday, 6) }
  return one(addDays(monday, said === '日' || said === '天' ? 6 : numberOf(said) - 1))
}
function ago(said: string, unit: string, side: 1 | -1, now: Day): Span | undefined {
  const count = said === '半' ? 0.5 : numberOf(said)
  if (Number.isNaN(count)) return undefined
  const days = /[天日]/.test(unit) ? count : /周|星期|礼拜/.test(unit) ? count * 7 : undefined
  if (days !== undefined) return one(addDays(now, side * Math.round(days)))
  const months = unit.endsWith('年') ? count * 12 : count
  if (!Number.isInteger(months)) return one(addDays(now, side * 15))
  const span = monthFrom(now, side * months)
  const day = [now.slice(8), '30', '29', '28'].map((one) => span.from.slice(0, 8) + one).find(isDay)
  return day ? one(day) : span
}

/** The day or span of days that begins here; a day without a year is the nearest such day. */
export function dayAt(text: string, at: number, now: Day): { span: Span; end: number } | undefined {
  for (const [pattern, read] of RULES) {
    pattern.lastIndex = at
    const parts = pattern.exec(text)
    const span = parts ? read(parts, now) : undefined
    if (parts && span) return { span, end: at + parts[0].length }
  }
  return undefined
}

/** 8月18日到20日: the second without a month. */
export function dayOfMonth(plain: string, at: number, from: Day): { span: Span; end: number } | undefined {
  const [whole, d = ''] = /^(\d{1,2})[日号]/.exec(plain.slice(at)) ?? []
  const span = whole ? valid(`${from.slice(0, 8)}${d.padStart(2, '0')}`) : undefined
  return whole && span ? { span, end: at + whole.length } : undefined
}
