import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { presetOf } from '@linli/presets'
import { quantile } from './report.ts'

const DAY = 86_400_000
const MINUTES = { minute: 1, workHour: 60, workDay: 1440, day: 1440 } as const

/** How long messages to the authorities waited for their answer, in days, by the times written on both. */
export type Yardstick = { readonly pairs: number; readonly days: readonly number[]; readonly unread: number }

/** Reads pairs of message and reply with their own times, one JSON object a line. */
export async function yardstickOf(file: string): Promise<Yardstick> {
  const days: number[] = []
  let pairs = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (line.trim() === '') continue
    pairs += 1
    const { time, replyTime: replied } = JSON.parse(line) as { time?: string; replyTime?: string } // each is looked at below
    const waited = (momentOf(replied) - momentOf(time)) / DAY
    if (waited >= 0) days.push(waited) // NaN is not
  }
  return { pairs, days, unread: pairs - days.length }
}

/** `2019/4/25 9:32:09`, both in the same clock. */
function momentOf(text = ''): number {
  const parts = text.match(/\d+/g)?.map(Number) ?? []
  const [year = Number.NaN, month = 1, day = 1, ...clock] = parts
  return Date.UTC(year, month - 1, day, ...clock.slice(0, 3))
}

/** Markdown: what was, and what the place's own clocks allow for an ordinary order, each clock by itself and together. */
export function printedYardstick({ pairs, days, unread }: Yardstick, preset: string): string[] {
  const number = (value: number): string => value.toFixed(1)
  const limit = (clock: string): number => {
    const rule = presetOf(preset).clocks.find(
      (one) => one.clock === clock && one.urgency === 'ordinary' && one.item === null,
    )
    return rule ? (rule.amount * MINUTES[rule.unit]) / 1440 : 0
  }
  const answered = ['accept', 'dispatch', 'sign', 'handle'].map(limit)
  const whole = [...answered, limit('review'), limit('followUp')]
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
  return [
    `| 留言到答复 message to answer (${pairs} pairs${unread > 0 ? `, ${unread} without both times` : ''}) | days |`,
    '|---|---|',
    `| median | ${number(quantile(days, 0.5))} |`,
    `| three in four within | ${number(quantile(days, 0.75))} |`,
    `| nine in ten within | ${number(quantile(days, 0.9))} |`,
    `| our clocks, ordinary order: accepted within | ${number(limit('accept'))} |`,
    `| dispatched within, after that | ${number(limit('dispatch'))} |`,
    `| handled within, after that (signing included) | ${number(limit('handle'))} |`,
    `| at most from placing to the handler's answer | ${number(sum([limit('accept'), limit('dispatch'), limit('handle')]))} |`,
    `| at most to the close, with review and follow-up | ${number(sum(whole) - limit('sign'))} |`,
  ]
}
