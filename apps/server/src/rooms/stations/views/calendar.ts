import ical from 'ical-generator'
import type { StationNeeds } from '../needs.ts'
import { dayAfter, dayOf, ruleOf, stretchesOf } from '../rules/hours.ts'
import { standingOf } from '../standing.ts'
import { readStation } from './stations.ts'

const DAYS = 60

/**
 * The opening hours of the next sixty days as iCalendar (RFC 5545), for a phone's own calendar. An event's id stays the
 * same from one reading to the next, so that a calendar changes it and does not add another.
 * @throws notFound
 */
export async function stationCalendar(
  needs: StationNeeds,
  region: number,
  slug: string,
): Promise<{ file: Buffer; name: string }> {
  const { found, calendar } = await readStation(needs, region, slug)
  const today = dayOf(Date.now() + needs.db.shift())
  const feed = ical({ name: found.name, prodId: { company: 'linli', product: 'stations' }, ttl: 86_400 })
  for (let n = 0; n < DAYS; n += 1) {
    const day = dayAfter(today, n)
    const { place } = ruleOf(found.hours, day, calendar)
    for (const { from, to, duty } of stretchesOf(standingOf(found), day, calendar))
      feed.createEvent({
        id: `${from}-${slug}`,
        start: new Date(from),
        end: new Date(to),
        summary: duty ? `${found.name}（值班）` : found.name,
        location: place ?? found.address,
      })
  }
  return { file: Buffer.from(feed.toString(), 'utf8'), name: `${slug}.ics` }
}
