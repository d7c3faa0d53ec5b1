import type { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { FileAnswer, HandlerRequest } from '../../../kernel/http/room.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { letterFields } from '../documents/fields.ts'
import type { PartnerNeeds } from '../needs.ts'
import { demandFor } from '../policy.ts'
import { committed } from '../refused.ts'
import { checkInById } from '../store/checkIns.ts'
import { letterStatement, revokeStatement } from '../store/documents.ts'
import { letterById } from '../views/documents.ts'
import { documentFile } from './documentFile.ts'

type Table = typeof partnerEndpoints
type Asked<O extends keyof Table> = Pick<HandlerRequest<Table[O]>, 'me' | 'scope' | 'params' | 'remember'>

/** 开具介绍信, for a member of one's own unit. @throws notFound, forbidden, notOpen, letterThere */
export async function issueLetter(
  needs: PartnerNeeds,
  { me, scope, params, remember }: Asked<'issueLetter'>,
) {
  const found = await checkInById(needs.db, scope, params.id)
  if (!found) throw notFound()
  demandFor('issueLetter', me, { unitId: found.unitId })
  const { letterDays: days } = (await needs.terms(me.region)).partnerRule
  const answer = { id: newId() }
  return committed(answer, () =>
    needs.db.commit(scope, [
      letterStatement(me, { id: answer.id, slug: newSlug(), checkInId: found.id, days }),
      auditStatement(me, { action: 'issueLetter', subjectKind: 'checkIn', subjectId: found.id }),
      outboxStatement(me.region, 'partners.letterIssued.1', {
        id: answer.id,
        people: found.personId ? [found.personId] : [],
      }),
      remember(answer),
    ]),
  )
}

/** 作废: from now on its public page says so. @throws notFound, forbidden, letterGone */
export async function revokeLetter(
  needs: PartnerNeeds,
  { me, scope, params, remember }: Asked<'revokeLetter'>,
) {
  const found = await letterById(needs.db, scope, params.id)
  if (!found) throw notFound()
  demandFor('revokeLetter', me, { unitId: found.unitId })
  const answer = { id: found.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      revokeStatement(me.region, found.id),
      auditStatement(me, { action: 'revokeLetter', subjectKind: 'letter', subjectId: found.id }),
      remember(answer),
    ]),
  )
}

/** 介绍信, for its bearer or the unit that issued it; a unit's look is recorded. @throws notFound, forbidden */
export async function letterFile(
  needs: PartnerNeeds,
  {
    me,
    scope,
    params,
    query,
    publicUrl,
  }: Pick<HandlerRequest<Table['letterFile']>, 'me' | 'scope' | 'params' | 'query' | 'publicUrl'>,
): Promise<FileAnswer> {
  const found = await letterById(needs.db, scope, params.id)
  if (!found) throw notFound()
  demandFor('letterFile', me, found)
  if (found.personId !== me.personId)
    await needs.db.commit(scope, [
      auditStatement(me, { action: 'letterFile', subjectKind: 'letter', subjectId: found.id }),
    ])
  const names = new Map((await needs.terms(me.region)).checkInChoices.map(({ key, name }) => [key, name.zh]))
  const filled = letterFields({
    ...found,
    unitName: found.unitName.zh,
    choices: found.choices.map((key) => names.get(key) ?? key),
    check: `${publicUrl}/letters/${found.slug}`,
  })
  return documentFile(needs.db, scope, filled, query.form)
}
