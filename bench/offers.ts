import { xihu } from '@linli/presets/xihu/index'
import { type DayResult, drawDay, live } from './townDay.ts'

// A day of a town of 5 x 5 km, by the house's own rules of who may have what: `node bench/offers.ts [--days 5]`. Nearest
// first beside what the house does: the same, and a batch each 120 s while helpers are short. Fails when the house is
// worse where there are enough, or less than 27 % better where there are not.

const DAYS = 5
const BATCH_MINUTES = 2
const LEAST_GAIN = 0.27
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length
const of = (days: readonly DayResult[], name: keyof DayResult): number => mean(days.map((day) => day[name]))
const told = (days: readonly DayResult[]): string =>
  `wait ${of(days, 'wait').toFixed(1)} min (p95 ${of(days, 'p95').toFixed(0)}, most ${of(days, 'most').toFixed(0)}), Gini of minutes walked and served ${of(days, 'gini').toFixed(3)}, orders a helper ${of(days, 'leastServed').toFixed(0)}-${of(days, 'mostServed').toFixed(0)}, batches ${of(days, 'batches').toFixed(0)}`

let failed = false
for (const [orders, helpers, isShort] of [
  [100, 60, false],
  [1000, 120, false],
  [1000, 60, true],
] as const) {
  const days = Array.from({ length: DAYS }, (_, seed) => drawDay(orders, helpers, seed + 1))
  const plain: DayResult[] = []
  const ours: DayResult[] = []
  const began = performance.now()
  for (const day of days) {
    plain.push(await live(day, xihu.offers, null))
    ours.push(await live(day, xihu.offers, BATCH_MINUTES))
  }
  const gain = 1 - of(ours, 'wait') / of(plain, 'wait')
  const holds = isShort ? gain >= LEAST_GAIN : of(ours, 'wait') <= of(plain, 'wait') + 0.05
  failed ||= !holds
  say(
    `${orders} orders, ${helpers} helpers, ${DAYS} days, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  say(`  nearest first: ${told(plain)}`)
  say(`  the house: ${told(ours)}`)
  say(`  ${(gain * 100).toFixed(1)} % less waiting${holds ? '' : ' NOT reached'}`)
}
process.exit(failed ? 1 : 0)
