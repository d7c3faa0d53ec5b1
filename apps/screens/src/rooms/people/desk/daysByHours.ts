import type { Words } from '@linli/contract'
import type { ServiceHours } from '@linli/contract/people/shapes'
import { WEEKDAYS } from '@linli/contract/people/words'

/** Service hours said once for all the days that share them: 08:00–20:00 on Monday and Tuesday. */
export function daysByHours(hours: ServiceHours): { span: string; days: Words[] }[] {
  const spans = [...new Set(hours.map(({ from, to }) => `${from}–${to}`))]
  return spans.map((span) => ({
    span,
    days: Object.entries(WEEKDAYS)
      .filter(([day]) =>
        hours.some(({ weekday, from, to }) => weekday === Number(day) && `${from}–${to}` === span),
      )
      .map(([, words]) => words),
  }))
}
