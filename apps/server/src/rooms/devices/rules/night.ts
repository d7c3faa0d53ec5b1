/** Minutes of the day by the region's clock. */
const minutesAt = (now: number): number => Math.floor((now + 8 * 3600_000) / 60_000) % 1440
const minutesOf = (hour: string): number => {
  const [hours = '0', minutes = '0'] = hour.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** Whether it is night, from an hour in the evening to one in the morning. */
export function isNight(
  now: number,
  { nightFrom, nightTo }: { nightFrom: string; nightTo: string },
): boolean {
  const at = minutesAt(now)
  const [from, to] = [minutesOf(nightFrom), minutesOf(nightTo)]
  return from <= to ? at >= from && at < to : at >= from || at < to
}
