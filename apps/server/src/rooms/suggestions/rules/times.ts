import { addDays, type Day } from './lunar.ts'
import { dayAt, dayOfMonth } from './namedDays.ts'
import { numberOf, plainText } from './plainText.ts'

/** A time that somebody named: from and to are days, or days with hours (`2026-11-22T23:00`), by the region's own clock. */
export type NamedTime = { readonly said: string; readonly from: string; readonly to: string | null }

/** When it was said. */
export type SaidAt = { readonly day: Day; readonly time: string }

type Part = { readonly from: number; readonly to: number }
const PARTS: { readonly [word: string]: Part } = {
  凌晨: { from: 0, to: 6 },
  清晨: { from: 5, to: 8 },
  早晨: { from: 6, to: 9 },
  早上: { from: 6, to: 9 },
  早: { from: 6, to: 9 },
  上午: { from: 8, to: 12 },
  中午: { from: 11, to: 14 },
  下午: { from: 12, to: 18 },
  傍晚: { from: 17, to: 20 },
  晚上: { from: 18, to: 24 },
  晚间: { from: 18, to: 24 },
  夜里: { from: 22, to: 24 },
  深夜: { from: 22, to: 24 },
  半夜: { from: 0, to: 6 },
  夜间: { from: 18, to: 24 },
  晚: { from: 18, to: 24 },
  夜: { from: 18, to: 24 },
}
const PART = Object.keys(PARTS).join('|')
const CLOCK = new RegExp(
  `(${PART})?的?(?:(\\d{1,2})[:：](\\d{2})(?!\\d)(?::\\d{2})?|(\\d{1,2}|[一二三四五六七八九十两]{1,3})(?:点钟?|时(?![间候刻段常])))(?:(半)|(一刻|三刻)|(\\d{1,2}|[一二三四五六七八九十]{1,3})分?|整)?`,
  'y',
)
const PART_ALONE = new RegExp(`的?(${PART})`, 'y')
const UNTIL = /\s*(?:到|至|-|~|—)\s*/y

/** A clock time that begins here, as minutes of its day; 十二点半 at night is the next day's. */
function clockAt(
  text: string,
  at: number,
  before?: string,
): { minutes: number; end: number; part: string | undefined; isRaised: boolean } | undefined {
  CLOCK.lastIndex = at
  const [whole, said, hour, minute, spoken, half, quarter, minutes] = CLOCK.exec(text) ?? []
  if (whole === undefined) return undefined
  const part = said ?? before
  let hours = hour ? Number(hour) : numberOf(spoken ?? '')
  const past = minute
    ? Number(minute)
    : half
      ? 30
      : quarter
        ? quarter === '一刻'
          ? 15
          : 45
        : minutes
          ? numberOf(minutes)
          : 0
  if (!(hours <= 24 && past <= 59)) return undefined // 四二 is no number
  const late = part ? PARTS[part] : undefined
  const spokenHours = hours
  if (late && hours < 12 && late.from >= 12 && !(part === '中午' && hours > 10)) hours += 12
  else if (part === '中午' && hours < 4) hours += 12
  else if (late && hours === 12 && (late.from >= 18 || late.to <= 6)) hours = late.from >= 18 ? 24 : 0
  return { minutes: hours * 60 + past, end: at + whole.length, part, isRaised: hours > spokenHours }
}

const stamp = (day: Day, minutes: number): string => {
  const on = addDays(day, Math.floor(minutes / 1440))
  const left = minutes % 1440
  return `${on}T${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`
}

/** When a span ends; 晚上10点到1点 goes on past midnight, and its end is no hour of the next evening. */
const endAfter = (from: number, { minutes, isRaised }: { minutes: number; isRaised: boolean }): number =>
  minutes >= from ? minutes : minutes + (isRaised ? 720 : 1440)

/** What stands behind a day: a clock time, a part of the day, or nothing. */
function within(
  text: string,
  at: number,
  day: Day,
): { from: string; to: string | null; end: number } | undefined {
  const gap = /^[\s,，的]{0,2}/.exec(text.slice(at))?.[0].length ?? 0
  const clock = clockAt(text, at + gap)
  if (clock) {
    UNTIL.lastIndex = clock.end
    const until = UNTIL.exec(text)
    const end = until ? clockAt(text, clock.end + until[0].length, clock.part) : undefined
    return {
      from: stamp(day, clock.minutes),
      to: end ? stamp(day, endAfter(clock.minutes, end)) : null,
      end: end?.end ?? clock.end,
    }
  }
  PART_ALONE.lastIndex = at + gap
  const [whole, word] = PART_ALONE.exec(text) ?? []
  const part = word ? PARTS[word] : undefined
  if (!whole || !part) return undefined
  return { from: stamp(day, part.from * 60), to: stamp(day, part.to * 60), end: at + gap + whole.length }
}

/** Hours and minutes before now: 半小时前, 20分钟前. */
const SHORT = /(\d{1,3}|[一二三四五六七八九十两]{1,3}|半)个?(?:多)?(小时|钟头|分钟)(?:之)?前/y

/**
 * The times that a text names, in its order, reckoned from when it was said. A day without a year is the nearest such day;
 * 上个月 is a span; a clock time without a day is that day's.
 */
export function timesIn(text: string, { day: now, time }: SaidAt): NamedTime[] {
  const plain = plainText(text)
  const found: NamedTime[] = []
  for (let at = 0; at < plain.length; ) {
    const read = timeAt(plain, at, now, time)
    if (!read) {
      at += 1
      continue
    }
    found.push({ said: text.slice(at, read.end).trim(), from: read.from, to: read.to })
    at = read.end
  }
  return found.slice(0, MOST)
}
const MOST = 8

function timeAt(
  plain: string,
  at: number,
  now: Day,
  time: string,
): { from: string; to: string | null; end: number } | undefined {
  SHORT.lastIndex = at
  const [whole, n = '', unit] = SHORT.exec(plain) ?? []
  const count = n === '半' ? 0.5 : numberOf(n)
  if (whole && !Number.isNaN(count)) {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const then = hours * 60 + minutes - Math.round(count * (unit === '分钟' ? 1 : 60))
    const days = Math.floor(then / 1440)
    return { from: stamp(addDays(now, days), then - days * 1440), to: null, end: at + whole.length }
  }
  const day = dayAt(plain, at, now)
  if (day) {
    const { span, end } = day
    if (span.from !== span.to) return { from: span.from, to: span.to, end }
    const hours = within(plain, end, span.from)
    if (hours) return hours
    UNTIL.lastIndex = end
    const until = UNTIL.exec(plain)
    const last = until
      ? (dayAt(plain, end + until[0].length, span.from) ??
        dayOfMonth(plain, end + until[0].length, span.from))
      : undefined
    return {
      from: span.from,
      to: last && last.span.to > span.from ? last.span.to : null,
      end: last?.end ?? end,
    }
  }
  // 2点 in the middle of a number, or 第三点, is no hour.
  if (/[\d第.]/.test(plain.slice(Math.max(0, at - 1), at))) return undefined
  const clock = clockAt(plain, at)
  return clock &&
    (clock.part || /[:：]|[点时]/.test(plain.slice(at, clock.end))) &&
    !isCount(plain, at, clock)
    ? within(plain, at, now)
    : undefined
}

/** 三点要求 and 两点建议 count demands. */
const isCount = (
  plain: string,
  at: number,
  { part, end }: { part: string | undefined; end: number },
): boolean =>
  part === undefined &&
  /^[\d一二三四五六七八九十两]{1,3}点(?:要求|建议|意见|诉求|问题|希望|说明|理由|疑问)/.test(
    plain.slice(at, end + 2),
  )
