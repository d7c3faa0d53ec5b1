import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import sql, { empty, type Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { phoneTail } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { phoneTaken, unknownArea } from '../errors.ts'
import { phoneContext } from '../identity.ts'
import { demandAt } from '../policy.ts'
import { areaIsOpen, personById } from '../store.ts'

type Answer = { id: string }
type Asked = { me: Actor; remember(answer: Answer): Sql }

/** Registers a person at a place. @throws unknownArea, phoneTaken, forbidden outside the registrar's areas */
export async function registerPerson(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.registerPerson>,
): Promise<Answer> {
  demandAt('registerPerson', me, body.path)
  if (!(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  const answer = { id: newId() }
  const { phone } = body
  await uniquePhone(deps, me, [
    sql`insert into people (region_id, id, name, phone_cipher, phone_hmac, phone_tail, path, household_id, created_at) values (${me.region}, ${answer.id}, ${body.name},
      ${phone ? deps.crypto.encryptField(phone, phoneContext(me.region)) : null}, ${phone ? deps.crypto.lookUp(phone) : null}, ${phone ? phoneTail(phone) : null}, ${body.path}, ${body.householdId ?? null}, app_now())`,
    auditStatement(me, { action: 'registerPerson', subjectKind: 'person', subjectId: answer.id, facts: {} }),
    remember(answer),
  ])
  return answer
}

/** Corrects a person's entry; every correction is recorded. @throws notFound, unknownArea, phoneTaken */
export async function changePerson(
  deps: Deps,
  { me, remember }: Asked,
  id: string,
  body: BodyOf<typeof peopleEndpoints.changePerson>,
): Promise<Answer> {
  const person = await personById(deps.db, me.region, id)
  if (!person) throw notFound()
  demandAt('changePerson', me, person.path ?? '/')
  if (body.path !== undefined) {
    demandAt('changePerson', me, body.path)
    if (!(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  }
  const { phone } = body
  const changes = [
    body.name === undefined ? empty : sql`, name = ${body.name}`,
    phone === undefined
      ? empty
      : sql`, phone_cipher = ${deps.crypto.encryptField(phone, phoneContext(me.region))}, phone_hmac = ${deps.crypto.lookUp(phone)}, phone_tail = ${phoneTail(phone)}`,
    body.path === undefined ? empty : sql`, path = ${body.path}`,
    body.householdId === undefined ? empty : sql`, household_id = ${body.householdId}`,
    body.needsTwoEyes === undefined ? empty : sql`, needs_two_eyes = ${body.needsTwoEyes}`,
  ]
  const [name, number, path, household, eyes] = changes
  await uniquePhone(deps, me, [
    sql`update people set id = id ${name ?? empty} ${number ?? empty} ${path ?? empty} ${household ?? empty} ${eyes ?? empty} where region_id = ${me.region} and id = ${id}::uuid`,
    auditStatement(me, {
      action: 'changePerson',
      subjectKind: 'person',
      subjectId: id,
      facts: { fields: Object.keys(body).join(',') },
    }),
    remember({ id }),
  ])
  return { id }
}

/** A person's own name and home. @throws unknownArea */
export async function changeMe(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.changeMe>,
): Promise<Answer> {
  if (body.path !== undefined && !(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  await deps.db.commit(scopeOf(me), [
    sql`update people set name = coalesce(${body.name ?? null}, name), path = coalesce(${body.path ?? null}, path) where region_id = ${me.region} and id = ${me.personId}::uuid`,
    remember({ id: me.personId }),
  ])
  return { id: me.personId }
}

async function uniquePhone(deps: Deps, me: Actor, statements: Sql[]): Promise<void> {
  try {
    await deps.db.commit(scopeOf(me), statements)
  } catch (error) {
    if (violated(error) === 'people_phone') throw phoneTaken()
    throw error
  }
}
