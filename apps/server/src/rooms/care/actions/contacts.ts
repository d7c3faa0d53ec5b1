import type { careEndpoints } from '@linli/contract/care/endpoints'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { notCaring } from '../errors.ts'
import type { CareNeeds } from '../needs.ts'
import { inWords } from '../refused.ts'
import { dueAfter, fulfils, nextTold } from '../rules/rhythm.ts'
import * as store from '../store/contacts.ts'

type Asked = Pick<HandlerRequest<typeof careEndpoints.recordContacts>, 'me' | 'body' | 'remember'>

/**
 * 记下联系: takes contacts as a phone wrote them down, all of them or none, in any order, any number of times. What a contact
 * makes done waits for its next time; an alarm under way ends with it. A clock that runs ahead counts as now.
 * @throws notFound for a plan that is none of the caller's; notCaring, contactReused
 */
export async function recordContacts(needs: CareNeeds, { me, body, remember }: Asked) {
  const { region, personId } = me
  const ids = [...new Set(body.contacts.map(({ plan }) => plan))]
  const ground = new Map((await store.groundOf(needs.db, region, ids, personId)).map((one) => [one.id, one]))
  const { rhythms } = await needs.terms(region)
  const now = Date.now() + needs.db.shift()
  const contacts = body.contacts.map((contact) => {
    const plan = ground.get(contact.plan)
    if (!plan) throw notFound()
    if (!plan.isCarer && !plan.isDeputy) throw notCaring()
    return { ...contact, personId: plan.personId, moment: Math.min(Date.parse(contact.at), now) }
  })
  const iso = (at: number): string => new Date(at).toISOString()
  const done = contacts.flatMap(({ plan, moment, rhythm, outcome }) =>
    (ground.get(plan)?.rhythms ?? []).flatMap((key) => {
      const wanted = rhythms.find((one) => one.key === key)
      if (!wanted || !fulfils(wanted, { rhythm, outcome })) return []
      const due = dueAfter(wanted, moment)
      return [{ plan, rhythm: key, dueAt: iso(due), nextAt: iso(nextTold(wanted, due, 0) ?? due) }]
    }),
  )
  const seen = contacts.flatMap(({ plan, moment, outcome }) =>
    outcome === 'seen' ? [{ plan, at: iso(moment) }] : [],
  )
  const answer = { ids: contacts.map(({ id }) => id) }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      ...store.contactStatements(region, personId, contacts),
      ...(done.length > 0 ? [store.moveLines(region, done)] : []),
      ...(seen.length > 0 ? [store.seenStatement(region, seen)] : []),
      outboxStatement(region, 'care.contactsRecorded.1', { ids: answer.ids, plans: ids, people: [personId] }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
