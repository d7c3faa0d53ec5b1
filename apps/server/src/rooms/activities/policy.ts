import type { activityDeskEndpoints, activityEndpoints } from '@linli/contract/activities/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { type Policy, type Standing, who } from '../../kernel/policy/policy.ts'

const onDuty = who('inScope', 'intake', 'publisher', 'regionAdmin')
const mine = who('own', 'resident')

/** Everybody sees what is on; a sign-up is its person's and of whoever is told of it; the desk works in its own area. */
export const policy = {
  operations: {
    listActivities: 'public',
    activitiesFeed: 'public',
    getActivity: 'public',
    activityCalendar: 'public',
    activityPhoto: 'public',
    objectToPhoto: 'signedIn',
    listCompanions: mine,
    signUp: mine,
    signUpSeries: mine,
    signUpFor: onDuty,
    mySignups: mine,
    cancelSignup: [...mine, ...onDuty],
    arriveAtActivity: mine,
    checkInSignup: onDuty,
    planActivity: onDuty,
    manageActivities: onDuty,
    manageActivity: onDuty,
    changeActivity: onDuty,
    publishActivity: onDuty,
    callOffActivity: onDuty,
    addActivityPhoto: onDuty,
    checkActivityPhoto: onDuty,
    deskActivityPhoto: onDuty,
    sumUpActivity: onDuty,
  },
  subjects: { '/activity-signups/:id': 'signup' },
} as const satisfies Policy<keyof typeof activityEndpoints | keyof typeof activityDeskEndpoints>

/** The roles that work with activities at the desk. */
export const DESK = ['intake', 'publisher', 'regionAdmin'] as const

/** How a person stands to an activity's area. */
export const standingAt =
  (me: Actor, path: string): Standing =>
  (role) =>
    covers(me, role, path) ? ['inScope'] : []
