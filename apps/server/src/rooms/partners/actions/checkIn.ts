import type { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { unknownArea, unknownKey, unknownUnit } from '../errors.ts'
import type { PartnerNeeds } from '../needs.ts'
import { demandFor } from '../policy.ts'
import { committed } from '../refused.ts'
import {
  checkInById,
  decideStatement,
  endStatement,
  memberStatement,
  unitStatement,
} from '../store/checkIns.ts'

type Table = typeof partnerEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 党员报到: by one's own phone, to a community one chooses. @throws unknownArea, unknownUnit, unknownKey, alreadyReported */
export async function checkIn(needs: PartnerNeeds, { me, scope, body, remember }: Asked<'checkIn'>) {
  await known(needs, me.region, body)
  const answer = { id: body.id }
  return committed(answer, () => needs.db.commit(scope, [memberStatement(me, body), remember(answer)]))
}

/** 单位报到, by its liaison. @throws forbidden, unknownArea, unknownUnit, unknownKey, alreadyReported */
export async function checkInUnit(needs: PartnerNeeds, { me, scope, body, remember }: Asked<'checkInUnit'>) {
  demandFor('checkInUnit', me, { unitId: body.unitId })
  await known(needs, me.region, { ...body, choices: [] })
  const answer = { id: body.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      unitStatement(me, body),
      auditStatement(me, { action: 'checkInUnit', subjectKind: 'checkIn', subjectId: body.id }),
      remember(answer),
    ]),
  )
}

async function known(
  needs: PartnerNeeds,
  region: number,
  asked: {
    readonly path: string
    readonly unitId: string
    readonly skills: readonly string[]
    readonly choices: readonly string[]
  },
): Promise<void> {
  const [terms, units, exists] = await Promise.all([
    needs.terms(region),
    needs.units(region),
    needs.areaExists(region, asked.path),
  ])
  if (!exists) throw unknownArea()
  if (!units.some(({ id }) => id === asked.unitId)) throw unknownUnit()
  const skills = new Set(terms.skills.map(({ key }) => key))
  const choices = new Set(terms.checkInChoices.map(({ key }) => key))
  if (!asked.skills.every((key) => skills.has(key)) || !asked.choices.every((key) => choices.has(key)))
    throw unknownKey()
}

/** 接收: by one of those on duty in the community. @throws notFound, forbidden, alreadyDecided, letterMissing */
export async function decideCheckIn(
  needs: PartnerNeeds,
  { me, scope, params, body, remember }: Asked<'decideCheckIn'>,
) {
  const found = await checkInById(needs.db, scope, params.id)
  if (!found) throw notFound()
  demandFor('decideCheckIn', me, { path: found.path })
  const { needsLetter } = (await needs.terms(me.region)).partnerRule
  const answer = { id: found.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      decideStatement(me, found.id, { accept: body.accept, words: body.words ?? null, needsLetter }),
      auditStatement(me, {
        action: 'decideCheckIn',
        subjectKind: 'checkIn',
        subjectId: found.id,
        facts: { accept: body.accept },
      }),
      outboxStatement(me.region, 'partners.checkInDecided.1', {
        id: found.id,
        people: found.personId ? [found.personId] : [],
      }),
      remember(answer),
    ]),
  )
}

/** 结束报到, by whoever reported, their unit's liaison for the unit, or the community. @throws notFound, forbidden, notOpen */
export async function endCheckIn(
  needs: PartnerNeeds,
  { me, scope, params, remember }: Pick<Asked<'endCheckIn'>, 'me' | 'scope' | 'params' | 'remember'>,
) {
  const found = await checkInById(needs.db, scope, params.id)
  if (!found) throw notFound()
  // A member's reporting is not their employer's to end.
  const unitId = found.kind === 'unit' ? found.unitId : null
  demandFor('endCheckIn', me, { path: found.path, personId: found.personId, unitId })
  const answer = { id: found.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      endStatement(me.region, found.id),
      auditStatement(me, { action: 'endCheckIn', subjectKind: 'checkIn', subjectId: found.id }),
      remember(answer),
    ]),
  )
}
