import { activityDeskEndpoints, activityEndpoints } from '@linli/contract/activities/endpoints'
import { room } from '../../kernel/http/room.ts'
import { arriveAtActivity, checkInSignup } from './actions/arrive.ts'
import { addActivityPhoto, checkActivityPhoto, objectToPhoto } from './actions/photos.ts'
import { callOffActivity, changeActivity, planActivity, publishActivity } from './actions/plan.ts'
import { cancelSignup, signUp, signUpFor } from './actions/signUp.ts'
import { signUpSeries } from './actions/signUpSeries.ts'
import { sumUpActivity } from './actions/sumUp.ts'
import { followingListeners } from './follow.ts'
import type { ActivityNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { activityPhoto, getActivity, listActivities } from './views/activities.ts'
import { activitiesFeed, activityCalendar } from './views/calendar.ts'
import { deskActivityPhoto, manageActivities, manageActivity } from './views/desk.ts'
import { listCompanions, mySignups } from './views/signups.ts'

const CALENDAR = activityEndpoints.activityCalendar.file

export const activitiesRoom = (needs: ActivityNeeds) =>
  room({
    name: 'activities',
    endpoints: { ...activityEndpoints, ...activityDeskEndpoints },
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      listActivities: ({ region, query }) => listActivities(needs, region, query),
      getActivity: ({ region, params }) => getActivity(needs, region, params.slug),
      activitiesFeed: async ({ region, query, publicUrl }) => ({
        ...(await activitiesFeed(needs, region, query.area, publicUrl)),
        mediaType: CALENDAR,
      }),
      activityCalendar: async ({ region, params, publicUrl }) => ({
        ...(await activityCalendar(needs, region, params.slug, publicUrl)),
        mediaType: CALENDAR,
      }),
      activityPhoto: ({ region, params }) => activityPhoto(needs, region, params.slug, params.id),
      objectToPhoto: (request) => objectToPhoto(needs, request),
      listCompanions: ({ me }) => listCompanions(needs, me),
      signUp: (request) => signUp(needs, request),
      signUpSeries: (request) => signUpSeries(needs, request),
      signUpFor: (request) => signUpFor(needs, request),
      mySignups: ({ me, query }) => mySignups(needs.db, me, query),
      cancelSignup: (request) => cancelSignup(needs, request),
      arriveAtActivity: (request) => arriveAtActivity(needs, request),
      checkInSignup: (request) => checkInSignup(needs, request),
      planActivity: (request) => planActivity(needs, request),
      manageActivities: ({ me, query }) => manageActivities(needs, me, query),
      manageActivity: ({ me, params }) => manageActivity(needs, me, params.id),
      changeActivity: (request) => changeActivity(needs, request),
      publishActivity: (request) => publishActivity(needs, request),
      callOffActivity: (request) => callOffActivity(needs, request),
      addActivityPhoto: (request) => addActivityPhoto(needs, request),
      checkActivityPhoto: (request) => checkActivityPhoto(needs, request),
      deskActivityPhoto: ({ me, params }) => deskActivityPhoto(needs, me, params.id),
      sumUpActivity: (request) => sumUpActivity(needs, request),
    },
  })
