import type { deviceEndpoints } from '@linli/contract/devices/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, holds, systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound, Problem } from '../../../kernel/problem.ts'
import { notEmergency, phoneUnknown, pressEnded } from '../errors.ts'
import type { DeviceNeeds } from '../needs.ts'
import { isDesk } from '../policy.ts'
import { inWords } from '../refused.ts'
import { homeOf, phoneContext } from '../store/devices.ts'
import * as store from '../store/presses.ts'
import { contactNumbers } from '../views/presses.ts'
import { withOrder } from './waves.ts'

type Table = typeof deviceEndpoints
type Asked<O extends keyof Table> = Pick<HandlerRequest<Table[O]>, 'me' | 'params' | 'body' | 'remember'>

/** A press as whoever was asked or answers for the area may deal with it. @throws notFound */
export async function pressFor(needs: DeviceNeeds, me: Actor, id: string) {
  const press = await store.pressById(needs.db, me.region, id, me.personId)
  // To whom it is no concern it is not there.
  if (!press || (press.askedAs === null && !isDesk(me, press.path))) throw notFound()
  return press
}

/**
 * 我去, 我到了, 我去不了: whoever was asked answers. The first who goes has the order where they are a helper or a grid worker;
 * the waves stand still while somebody is on the way.
 * @throws notFound, notEmergency, pressEnded, pressMoved
 */
export async function answerPress(needs: DeviceNeeds, { me, params, body, remember }: Asked<'answerPress'>) {
  const { region, personId } = me
  const press = await store.pressById(needs.db, region, params.id, personId)
  if (!press || press.askedAs === null) throw notFound()
  if (press.stage === 'ended') throw pressEnded()
  if (press.stage !== 'emergency') throw notEmergency()
  const { rule } = await needs.terms(region)
  const answer = { id: press.id }
  const also = [
    remember(answer),
    store.answerStatement(region, press.id, personId, body.answer),
    ...(body.answer === 'going'
      ? [store.goingStatement(region, press, personId, rule.arriveMinutes * 60)]
      : []),
    ...(body.answer === 'there' ? [store.thereStatement(region, press, personId)] : []),
    store.stepStatement(region, press, body.answer, { by: personId }),
    outboxStatement(region, 'devices.pressAnswered.1', { id: press.id, path: press.path, people: [] }),
  ]
  const takes =
    body.answer !== 'cannot' && press.goingBy === null && (holds(me, 'helper') || holds(me, 'gridWorker'))
  try {
    if (!takes) await needs.db.commit(systemScope(region), also)
    else
      await withOrder(needs, region, also, [], (more) =>
        needs.orders.give(press.orderId, region, personId, more),
      )
  } catch (error) {
    throw inWords(error)
  }
  if (takes) await unlessPast(() => needs.orders.sign(press.orderId, region))
  return answer
}

/**
 * 见到本人: what an emergency ends with, and nothing else does. The order goes on to be handled and looked at like any other,
 * with the contact noted that its guard asks for.
 * @throws notFound, notEmergency, pressEnded, pressMoved
 */
export async function seePress(needs: DeviceNeeds, { me, params, body, remember }: Asked<'seePress'>) {
  const { region, personId } = me
  const press = await pressFor(needs, me, params.id)
  if (press.stage === 'ended') throw pressEnded()
  if (press.stage !== 'emergency') throw notEmergency()
  const answer = { id: press.id }
  const asked = await store.askedOf(needs.db, region, press.id)
  const also = [
    remember(answer),
    store.endStatement(region, press, personId, 'seen', body.how),
    store.stepStatement(region, press, 'seen', { by: personId }),
    auditStatement(me, {
      action: 'seePress',
      subjectKind: 'press',
      subjectId: press.id,
      facts: { how: body.how },
    }),
    outboxStatement(region, 'devices.personSeen.1', {
      id: press.id,
      path: press.path,
      people: asked.map((one) => one.personId).filter((one) => one !== personId),
    }),
  ]
  try {
    await withOrder(needs, region, also, [], (more) =>
      needs.orders.contacted(press.orderId, region, body.how === 'saw' ? 'visit' : 'phone', more),
    )
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 交给 110、119、120: that and when it was; who comes goes on being waited for. @throws notFound, notEmergency, pressEnded */
export async function handOverPress(
  needs: DeviceNeeds,
  { me, params, body, remember }: Asked<'handOverPress'>,
) {
  const { region, personId } = me
  const press = await pressFor(needs, me, params.id)
  if (press.stage === 'ended') throw pressEnded()
  if (press.stage !== 'emergency') throw notEmergency()
  const answer = { id: press.id }
  await needs.db.commit(systemScope(region), [
    remember(answer),
    store.stepStatement(region, press, 'handedOver', { by: personId, service: body.service }),
    auditStatement(me, {
      action: 'handOverPress',
      subjectKind: 'press',
      subjectId: press.id,
      facts: { service: body.service },
    }),
    outboxStatement(region, 'devices.pressHandedOver.1', { id: press.id, path: press.path, people: [] }),
  ])
  return answer
}

/**
 * 看号码: the number to call and those of the contacts in their order, with the reason recorded in the same commit before
 * anything is answered. While the press lives and not afterwards: then the order's own contact is what is asked for.
 * @throws notFound, pressEnded, phoneUnknown
 */
export async function revealPress(
  needs: DeviceNeeds,
  { me, params, body }: Pick<Asked<'revealPress'>, 'me' | 'params' | 'body'>,
) {
  const { region } = me
  const press = await pressFor(needs, me, params.id)
  if (press.stage === 'ended') throw pressEnded()
  const home = await homeOf(needs.db, region, press.deviceId)
  const phone = home?.phoneCipher
    ? needs.crypto.decryptField(home.phoneCipher, phoneContext(region, press.deviceId))
    : await needs.phoneOf(region, press.personId)
  const contacts = await contactNumbers(needs, region, press.deviceId)
  if (!phone && contacts.length === 0) throw phoneUnknown()
  await needs.db.commit(systemScope(region), [
    auditStatement(me, {
      action: 'revealPress',
      subjectKind: 'press',
      subjectId: press.id,
      reason: body.reason,
      facts: { contacts: contacts.length },
    }),
  ])
  return { name: home?.name ?? '', phone: phone ?? null, contacts }
}

async function unlessPast(step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}
