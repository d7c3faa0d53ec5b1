import type { activityEndpoints } from '@linli/contract/activities/endpoints'
import type { SeriesResult } from '@linli/contract/activities/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { notOpen } from '../errors.ts'
import type { ActivityNeeds } from '../needs.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/series.ts'
import { tell } from '../store/told.ts'
import { guardianFor } from './signUp.ts'

type Request = Pick<
  HandlerRequest<typeof activityEndpoints.signUpSeries>,
  'me' | 'scope' | 'body' | 'remember'
>

/**
 * 整个系列一次报好: this date and every one to come that is published, for oneself or a member of the own household.
 * Each date is a sign-up of its own, which can be cancelled alone. A date without a free seat is left out or waited for.
 * @throws notOpen, activityFull, alreadySignedUp, notOfHousehold, guardianOnly
 */
export async function signUpSeries(needs: ActivityNeeds, request: Request): Promise<SeriesResult> {
  const { me, scope, body, remember } = request
  const { region } = me
  const { id, activityId, part, wait, personId = me.personId, guardian = false } = body
  const guardianId = personId === me.personId ? null : await guardianFor(needs, me, personId, guardian)
  const open = await needs.db.read<Row & { id: string }>(scope, store.openDates(region, activityId))
  if (!open.some((date) => date.id === activityId)) throw notOpen()
  const dates = open.map((date) => ({ activityId: date.id, id: date.id === activityId ? id : newId() }))
  const asked = { part, wait, personId, guardianId, toldPerson: me.personId, byPerson: me.personId }
  try {
    const [rows] = await needs.db.commit(scope, [
      store.takeSeats(region, asked, dates),
      auditStatement(me, { action: 'signUpSeries', subjectKind: 'activity', subjectId: activityId }),
      tell(region, 'signedUp', activityId, [me.personId]),
      remember(store.seriesAnswer(region, id, dates)),
    ])
    return { id, dates: Number(rows?.[0]?.['dates'] ?? 0), waiting: Number(rows?.[0]?.['waiting'] ?? 0) }
  } catch (error) {
    throw inWords(error)
  }
}
