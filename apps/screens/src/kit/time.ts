import type { Words } from '@linli/contract'

const ZONE = 'Asia/Shanghai' // every region of the house keeps Beijing time
const MINUTE = 60_000

type Parts = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string
  readonly date: string
}

const formatter = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function partsOf(instant: Date): Parts {
  const read = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day = '', hour = '', minute = '' } = read
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    clock: `${hour}:${minute}`,
    date: `${year}-${month}-${day}`,
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Whole calendar days from `now` to `then` in Beijing time. */
const daysBetween = (now: Parts, then: Parts) =>
  Math.round((Date.parse(then.date) - Date.parse(now.date)) / 86_400_000)

function dayWords(now: Parts, then: Parts): Words {
  const near: Record<string, Words> = {
    '-1': { zh: '昨天', en: 'yesterday' },
    '0': { zh: '今天', en: 'today' },
    '1': { zh: '明天', en: 'tomorrow' },
    '2': { zh: '后天', en: 'the day after tomorrow' },
  }
  const word = near[String(daysBetween(now, then))]
  if (word) return word
  const sameYear = now.year === then.year
  return {
    zh: `${sameYear ? '' : `${then.year}年`}${then.month}月${then.day}日`,
    en: `${then.day} ${MONTHS[then.month - 1]}${sameYear ? '' : ` ${then.year}`}`,
  }
}

/** A length of time in its largest sensible unit: 25 分钟, 2 小时, 3 天. Milliseconds in; never below one minute. */
export function lengthWords(milliseconds: number): Words {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE))
  const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (minutes < 60) return { zh: `${minutes} 分钟`, en: many(minutes, 'minute') }
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return { zh: `${hours} 小时`, en: many(hours, 'hour') }
  const days = Math.floor(hours / 24)
  return { zh: `${days} 天`, en: many(days, 'day') }
}

/** A moment as people say it: 今天 15:30, 昨天 09:05, 3月4日 08:00. ISO 8601 in. */
export function momentWords(at: string, now: Date = new Date()): Words {
  const then = partsOf(new Date(at))
  const day = dayWords(partsOf(now), then)
  return { zh: `${day.zh} ${then.clock}`, en: `${day.en} ${then.clock}` }
}

export type Deadline = { readonly late: boolean; readonly words: Words }

/** A deadline as people say it: 今天 15:30 前, 明天 09:00 前, 已超时 2 小时. ISO 8601 in. */
export function deadline(due: string, now: Date = new Date()): Deadline {
  const left = Date.parse(due) - now.getTime()
  if (left < 0) {
    const late = lengthWords(-left)
    return { late: true, words: { zh: `已超时 ${late.zh}`, en: `${late.en} overdue` } }
  }
  const moment = momentWords(due, now)
  return { late: false, words: { zh: `${moment.zh} 前`, en: `by ${moment.en}` } }
}

/** Who has it, and by when: “王师傅 在办，今天 15:30 前”. Without a deadline only who. */
export function whoByWhen(holder: Words, due: string | undefined, now: Date = new Date()): Words {
  const who = { zh: `${holder.zh} 在办`, en: `With ${holder.en}` }
  if (due === undefined) return who
  const { words } = deadline(due, now)
  return { zh: `${who.zh}，${words.zh}`, en: `${who.en}, ${words.en}` }
}
