const DAY_MILLISECONDS = 86_400_000

/** The days from one to another, both among them. */
export function daysOf(fromOn: string, toOn: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(fromOn); at <= Date.parse(toOn); at += DAY_MILLISECONDS)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
