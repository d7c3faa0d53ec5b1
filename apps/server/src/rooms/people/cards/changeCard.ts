import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { consentById, endConsentStatements } from '../store/cardConsents.ts'
import {
  cardNow,
  changeCardStatement,
  keepMembersStatement,
  membersStatement,
  type Notes,
} from '../store/cards.ts'
import { householdAt } from '../store/people.ts'
import { cardChanged, guardianWrong, noConsent, notMember } from './errors.ts'
import { demandCard } from './policy.ts'
import { kindOf, opened, sealed } from './secrets.ts'

type Body = BodyOf<typeof cardEndpoints.changeCard>
type Changed = { id: string; version: number }

/**
 * Changes what is named on a card, if it is still the version that was seen. Notes for visiting stand by a consent of
 * that kind; taking them away ends it.
 * @throws notFound, forbidden, cardChanged, noConsent, notMember, guardianWrong
 */
export async function changeCard(
  deps: Deps,
  { me, remember }: { me: Actor; remember(answer: Changed): Sql },
  household: string,
  body: Body,
): Promise<Changed> {
  const { db } = deps
  const home = await householdAt(db, me.region, household)
  if (!home) throw notFound()
  demandCard('changeCard', me, home.path)
  const { version, purpose, tenure, members } = body
  const now = await cardNow(db, me.region, household)
  if (now.version !== version) throw cardChanged()
  const ends = body.visiting === null ? now.visitingConsentId : null
  const visiting = body.visiting ? await notesOf(deps, me, household, body.visiting) : undefined
  const answer = { id: household, version: version + 1 }
  try {
    await db.commit(scopeOf(me), [
      changeCardStatement(
        me.region,
        household,
        version,
        { purpose, tenure, ...(body.visiting === undefined ? {} : { visiting: visiting ?? null }) },
        me.personId,
      ),
      ...(ends ? endConsentStatements(me.region, ends) : []),
      ...(members && members.length > 0 ? [membersStatement(me.region, household, entriesOf(members))] : []),
      keepMembersStatement(me.region, household),
      auditStatement(me, {
        action: 'changeCard',
        subjectKind: 'household',
        subjectId: household,
        facts: {
          fields: Object.keys(body)
            .filter((name) => name !== 'version')
            .join(','),
        },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw cardProblem(error)
  }
  return answer
}

/** Both for a child, or neither. @throws guardianWrong */
function entriesOf(members: NonNullable<Body['members']>) {
  return members.map(({ personId, tie, guardianId, minorUntil }) => {
    if (((guardianId ?? null) === null) !== ((minorUntil ?? null) === null)) throw guardianWrong()
    return { personId, tie, guardianId: guardianId ?? null, minorUntil: minorUntil ?? null }
  })
}

async function notesOf(
  { db, crypto }: Deps,
  { region, personId }: Actor,
  household: string,
  { text, consentId }: { text: string; consentId: string },
): Promise<Notes> {
  const consent = await consentById(db, region, consentId, personId)
  const kind = consent && opened(crypto, 'card_consents.kind', region, consentId, consent.kindCipher)
  if (!kind || kindOf(kind) !== 'visiting' || consent.householdId !== household) throw noConsent()
  return { cipher: sealed(crypto, 'household_cards.visiting', region, household, text.trim()), consentId }
}

/** What a refusal of the database means, in words. */
export function cardProblem(error: unknown): unknown {
  if (!(error instanceof Refused)) return error
  const problems: { readonly [code: string]: () => Error } = {
    changed: cardChanged,
    noConsent,
    notMember,
    guardianWrong,
  }
  return problems[error.code]?.() ?? error
}
