import ical, { ICalEventStatus } from 'ical-generator'
import type { ActivityNeeds } from '../needs.ts'
import { getActivity, listActivities } from './activities.ts'

type Shown = {
  readonly slug: string
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly endsAt: string
  readonly state: string
}

/** iCalendar (RFC 5545) of some activities; an event's id stays the same, so that a calendar changes it and does not add another. */
function feedOf(name: string, activities: readonly Shown[], publicUrl: string): Buffer {
  const feed = ical({ name, prodId: { company: 'linli', product: 'activities' }, ttl: 3600 })
  for (const { slug, title, place, startsAt, endsAt, state } of activities)
    feed.createEvent({
      id: slug,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: title,
      location: place,
      url: `${publicUrl}/activities/${slug}`,
      status: state === 'calledOff' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return Buffer.from(feed.toString(), 'utf8')
}

/** What is to come, to be subscribed to. */
export async function activitiesFeed(
  needs: ActivityNeeds,
  region: number,
  area: string | undefined,
  publicUrl: string,
) {
  const { items } = await listActivities(needs, region, area === undefined ? {} : { area })
  return { file: feedOf('活动', items, publicUrl), name: 'activities.ics' }
}

/** One activity for a phone's own calendar. @throws notFound */
export async function activityCalendar(
  needs: ActivityNeeds,
  region: number,
  slug: string,
  publicUrl: string,
) {
  const activity = await getActivity(needs, region, slug)
  return { file: feedOf(activity.title, [activity], publicUrl), name: `${slug}.ics` }
}
