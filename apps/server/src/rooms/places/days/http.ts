import { dayEndpoints } from '@linli/contract/places/endpoints'
import { type Actor, holds } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { room } from '../../../kernel/http/room.ts'
import { demand, fits } from '../../../kernel/policy/policy.ts'
import { standingAt } from '../policy.ts'
import { dayPolicy } from './policy.ts'
import { setDay } from './setDay.ts'
import { setWeek } from './setWeek.ts'
import { weeksOf } from './store/weeks.ts'
import { daysOfYear, effectsOf } from './store.ts'

/** Who changed a day is for those who answer for the calendar, and for whoever audits. */
const maySeeWho = (me: Actor): boolean => holds(me, 'regionAdmin') || holds(me, 'auditor')

/** The region's one calendar: days off, and weekend days that are worked in their place. */
export const daysRoom = (needs: { readonly db: Database }) =>
  room({
    name: 'days',
    endpoints: dayEndpoints,
    policy: dayPolicy,
    handlers: {
      listDays: ({ me, scope, query }) => daysOfYear(needs.db, scope, query.year, maySeeWho(me)),
      dayEffects: async ({ me, scope, params }) => {
        demand(dayPolicy.operations.dayEffects, me, standingAt(me, '/'))
        return effectsOf(needs.db, scope, params.day)
      },
      setDay: (request) => setDay(needs, request),
      listWeeks: ({ me, scope }) =>
        weeksOf(needs.db, scope, maySeeWho(me), fits(dayPolicy.operations.setWeek, me, standingAt(me, '/'))),
      setWeek: (request) => setWeek(needs, request),
    },
  })
