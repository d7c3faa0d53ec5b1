import type { pledgeEndpoints } from '@linli/contract/partners/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import { rangeOf, within } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { forbidden, notFound } from '../../../kernel/problem.ts'
import { noStanding } from '../errors.ts'
import type { PartnerNeeds } from '../needs.ts'
import { OFFICE } from '../policy.ts'
import { committed } from '../refused.ts'
import {
  addStatement,
  hideStatement,
  keepStatement,
  livesAt,
  pageById,
  pledgeById,
  removeStatement,
  showStatement,
  withdrawStatement,
} from './store.ts'
import { standsAt } from './views.ts'

type Table = typeof pledgeEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type Mine = Pick<HandlerRequest, 'me' | 'scope'>

/** A step about one's own page. */
const own = (
  { db }: PartnerNeeds,
  { me, scope }: Mine,
  id: string,
  statement: Sql,
  remember: (answer: { id: string }) => Sql,
) =>
  committed({ id }, () =>
    db.commit(scope, [
      statement,
      outboxStatement(me.region, 'partners.pledgesChanged.1', { people: [me.personId] }),
      remember({ id }),
    ]),
  )

/** 亮身份、亮职责: the press is the consent. @throws noStanding */
export async function showPledges(needs: PartnerNeeds, asked: Asked<'showPledges'>) {
  const { me, body } = asked
  if (!(await standsAt(needs, me, body.path))) throw noStanding()
  return own(needs, asked, body.id, showStatement(me, body), asked.remember)
}

/** 收回: nothing of the page is kept. @throws pageGone */
export const withdrawPledges = (
  needs: PartnerNeeds,
  asked: Pick<Asked<'withdrawPledges'>, 'me' | 'scope' | 'remember'>,
) => own(needs, asked, asked.me.personId, withdrawStatement(asked.me), asked.remember)

/** 亮承诺. @throws pageGone, keyReused */
export const addPledge = (needs: PartnerNeeds, asked: Asked<'addPledge'>) =>
  own(needs, asked, asked.body.id, addStatement(asked.me, asked.body), asked.remember)

/** A promise is its giver's to take back. @throws notFound, forbidden, pledgeMoved */
export async function removePledge(
  needs: PartnerNeeds,
  asked: Pick<Asked<'removePledge'>, 'me' | 'scope' | 'params' | 'remember'>,
) {
  const { me, params } = asked
  const found = await pledgeById(needs.db, me.region, params.id)
  if (!found) throw notFound()
  if (found.personId !== me.personId) throw forbidden()
  return own(needs, asked, params.id, removeStatement(me, params.id), asked.remember)
}

/** 办到了, with facts, by the community or somebody who lives in it. @throws notFound, forbidden, pledgeMoved */
export async function keepPledge(
  needs: PartnerNeeds,
  { me, scope, params, body, remember }: Asked<'keepPledge'>,
) {
  const found = await pledgeById(needs.db, me.region, params.id)
  if (!found) throw notFound()
  if (found.personId === me.personId) throw forbidden()
  const isOffice = OFFICE.some((role) => covers(me, role, found.path))
  const home = isOffice ? null : await livesAt(needs.db, me)
  if (!isOffice && !(home !== null && within(home, [rangeOf(found.path)]))) throw forbidden()
  const side = isOffice ? 'community' : 'resident'
  const answer = { id: params.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      keepStatement(me, params.id, { side, facts: body.facts }),
      auditStatement(me, {
        action: 'keepPledge',
        subjectKind: 'pledge',
        subjectId: params.id,
        facts: { side },
      }),
      outboxStatement(me.region, 'partners.pledgeKept.1', { id: params.id, people: [found.personId] }),
      remember(answer),
    ]),
  )
}

/** 撤下: its person is told why, and may show it anew in other words. @throws notFound, forbidden, pageGone */
export async function hidePledges(
  needs: PartnerNeeds,
  { me, scope, params, body, remember }: Asked<'hidePledges'>,
) {
  const found = await pageById(needs.db, me.region, params.id)
  if (!found) throw notFound()
  if (!OFFICE.some((role) => covers(me, role, found.path))) throw forbidden()
  const answer = { id: params.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      hideStatement(me, params.id, body.words),
      auditStatement(me, { action: 'hidePledges', subjectKind: 'pledgePage', subjectId: params.id }),
      outboxStatement(me.region, 'partners.pledgesHidden.1', { id: params.id, people: [found.personId] }),
      remember(answer),
    ]),
  )
}
