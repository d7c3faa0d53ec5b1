import type { deviceEndpoints } from '@linli/contract/devices/endpoints'
import type { CallOutcome } from '@linli/contract/devices/words'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, covers, systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound, Problem } from '../../../kernel/problem.ts'
import { itemNeeded, pressEnded, pressMoved, seenFirst } from '../errors.ts'
import type { DeviceNeeds, Hand } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/presses.ts'
import { raise, withOrder } from './waves.ts'

type Table = typeof deviceEndpoints
type Asked<O extends keyof Table> = Pick<HandlerRequest<Table[O]>, 'me' | 'params' | 'body' | 'remember'>
type DeskStep = 'takePress' | 'endPress' | 'raisePress'

/** A press that lives where the actor answers for it. @throws notFound, forbidden, pressEnded */
async function livePress(needs: DeviceNeeds, me: Actor, operation: DeskStep, id: string) {
  const press = await store.pressById(needs.db, me.region, id, me.personId)
  if (!press) throw notFound()
  demandAt(operation, me, press.path)
  if (press.stage === 'ended') throw pressEnded()
  return press
}

/** 我来回拨: one officer has the call; nobody else need dial. @throws notFound, forbidden, pressEnded, pressMoved */
export async function takePress(needs: DeviceNeeds, { me, params, body, remember }: Asked<'takePress'>) {
  const { region } = me
  const press = await livePress(needs, me, 'takePress', params.id)
  if (press.stage !== 'calling') throw pressMoved()
  const { rule } = await needs.terms(region)
  const answer = { id: press.id, version: body.version + 1 }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      store.takeStatement(region, { ...press, version: body.version }, me.personId, rule.talkSeconds),
      store.stepStatement(region, press, 'taken', { by: me.personId }),
      auditStatement(me, { action: 'takePress', subjectKind: 'press', subjectId: press.id }),
      outboxStatement(region, 'devices.pressTaken.1', { id: press.id, path: press.path, people: [] }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** What the order says when the call was all that was needed. */
const SAID: { readonly [outcome in Exclude<CallOutcome, 'service'>]: string } = {
  test: '回拨核实：是试按，设备正常。',
  falseAlarm: '回拨核实：是误按，本人平安。',
  reassurance: '已回拨陪本人说话，本人平安。',
}

/**
 * 回拨的结果: a service is accepted as that item and goes to 抢单 like any listed one; a test, a false alarm and a talk are
 * ends of their own, closed with what was said. An emergency does not end here.
 * @throws notFound, forbidden, pressEnded, seenFirst, itemNeeded, pressMoved
 */
export async function endPress(needs: DeviceNeeds, { me, params, body, remember }: Asked<'endPress'>) {
  const { region } = me
  const press = await livePress(needs, me, 'endPress', params.id)
  if (press.stage === 'emergency') throw seenFirst()
  const { items } = await needs.terms(region)
  const item = items.find(({ key }) => key === body.item)
  if (body.outcome === 'service' && !item?.grabbable) throw itemNeeded()
  const answer = { id: press.id }
  const also = [
    store.endStatement(region, { ...press, version: body.version }, me.personId, body.outcome),
    store.stepStatement(region, press, 'ended', { by: me.personId }),
    ...(body.outcome === 'test' ? [store.testedStatement(region, press.deviceId)] : []),
    auditStatement(me, {
      action: 'endPress',
      subjectKind: 'press',
      subjectId: press.id,
      facts: { outcome: body.outcome },
    }),
    outboxStatement(region, 'devices.pressEnded.1', { id: press.id, path: press.path, people: [] }),
  ]
  const kept = remember(answer)
  const { hand, more } = handOf(me, press.path, kept)
  try {
    await withOrder(needs, region, [...more, ...also], more.length > 0 ? [] : [kept], (all) =>
      body.outcome === 'service'
        ? needs.orders.accept(press.orderId, hand, body.item ?? '', all)
        : needs.orders.answer(press.orderId, hand, SAID[body.outcome], all),
    )
  } catch (error) {
    throw inWords(error)
  }
  if (body.outcome === 'service') await offered(needs, region, press.orderId)
  return answer
}

/** 发布待抢; where somebody at the desk was quicker it is theirs. */
async function offered(needs: DeviceNeeds, region: number, orderId: string): Promise<void> {
  try {
    await needs.orders.offer(orderId, region)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** An intake officer takes the order's step themselves; for everybody else the policy's hand does, and the press says who it was. */
function handOf(me: Actor, path: string, kept: Sql): { hand: Hand; more: Sql[] } {
  return covers(me, 'intake', path)
    ? { hand: { actor: me, remember: () => kept }, more: [] }
    : { hand: { system: me.region }, more: [kept] }
}

/** 转紧急: the call told of a danger, or nobody answered it. @throws notFound, forbidden, pressEnded, pressMoved */
export async function raisePress(needs: DeviceNeeds, { me, params, body, remember }: Asked<'raisePress'>) {
  const press = await livePress(needs, me, 'raisePress', params.id)
  if (press.stage === 'emergency') throw pressMoved()
  const answer = { id: press.id }
  const kept = remember(answer)
  const audit = auditStatement(me, {
    action: 'raisePress',
    subjectKind: 'press',
    subjectId: press.id,
    facts: { cause: body.cause },
  })
  try {
    await raise(needs, me.region, press, body.cause, {
      person: me.personId,
      also: [kept, audit],
    })
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
