import { type Flaw, inRooms } from '../flaw.ts'

/** A child is seen by another household, or a face by the town. */
export const activityFlaws: readonly Flaw[] = [
  {
    name: 'anybody signs up anybody’s child',
    why: 'The household was looked at to offer names, and no longer when the sign-up arrives.',
    edits: [
      {
        file: inRooms('activities/actions/signUp.ts'),
        find: '  if (!companion) throw notOfHousehold()\n  if (!companion.isChild) return null\n',
        replace: '  if (!companion?.isChild) return null\n',
      },
    ],
    caughtBy: { tests: [inRooms('activities/signups.test.ts')] },
  },
  {
    name: 'a household’s sign-up is read by a stranger',
    why: 'The list of one’s own sign-ups lost its condition: the system’s hand, which counts who waits before, sees all.',
    edits: [
      {
        file: inRooms('activities/views/signups.ts'),
        find: 'where u.region_id = ${region} and ${mine} ${before}',
        replace: 'where u.region_id = ${region} and (${mine} or true) ${before}',
      },
    ],
    caughtBy: { tests: [inRooms('activities/signups.test.ts')] },
  },
  {
    name: 'a series puts on a waiting list who does not want to wait',
    why: 'Signing up for all dates at once no longer asks of each whether a seat is free.',
    edits: [
      {
        file: inRooms('activities/store/series.ts'),
        find: '      and ${isFree(asked.wait)} and not exists',
        replace: '      and not exists',
      },
    ],
    caughtBy: { tests: [inRooms('activities/signups.test.ts')] },
  },
  {
    name: 'a photo is shown that nobody has checked',
    why: 'The page looked for photos that were not taken down instead of those that are shown.',
    edits: [
      {
        file: inRooms('activities/views/activities.ts'),
        find: 'and p.activity_id = a.id and p.shown), ',
        replace: 'and p.activity_id = a.id and p.removed_at is null), ',
      },
    ],
    caughtBy: { tests: [inRooms('activities/photos.test.ts')] },
  },
]
