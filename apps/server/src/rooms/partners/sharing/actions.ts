import type { sharingEndpoints } from '@linli/contract/partners/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { forbidden, notFound } from '../../../kernel/problem.ts'
import * as problems from '../errors.ts'
import type { PartnerNeeds } from '../needs.ts'
import { liaisonOf, OFFICE } from '../policy.ts'
import { committed } from '../refused.ts'
import * as store from './store.ts'

type Table = typeof sharingEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** @throws forbidden */
export function demandOffice(me: Actor, path: string): void {
  if (!OFFICE.some((role) => covers(me, role, path))) throw forbidden()
}

type Doing = {
  readonly id: string
  readonly action: keyof Table & string
  readonly kind: 'menuItem' | 'menuTake' | 'partnerList'
  readonly subject: string
  readonly statement: Sql
  readonly people?: readonly string[]
}
const done = (
  { db }: PartnerNeeds,
  { me, scope, remember }: Pick<Asked<'addMenuItem'>, 'me' | 'scope' | 'remember'>,
  { id, action, kind, subject, statement, people = [] }: Doing,
) =>
  committed({ id }, () =>
    db.commit(scope, [
      statement,
      auditStatement(me, { action, subjectKind: kind, subjectId: subject }),
      outboxStatement(me.region, 'partners.sharingChanged.1', { id: subject, people: [...people] }),
      remember({ id }),
    ]),
  )

/** 菜单加一项. @throws forbidden, unknownArea, keyReused */
export async function addMenuItem(needs: PartnerNeeds, asked: Asked<'addMenuItem'>) {
  const { me, body } = asked
  demandOffice(me, body.path)
  if (!(await needs.areaExists(me.region, body.path))) throw problems.unknownArea()
  const statement = store.addItemStatement(me, body)
  return done(needs, asked, {
    id: body.id,
    action: 'addMenuItem',
    kind: 'menuItem',
    subject: body.id,
    statement,
  })
}

/** 撤下: who took it up keeps that. @throws notFound, forbidden, itemGone */
export async function closeMenuItem(
  needs: PartnerNeeds,
  asked: Pick<Asked<'closeMenuItem'>, 'me' | 'scope' | 'params' | 'remember'>,
) {
  const { me, params } = asked
  const found = await store.itemById(needs.db, me.region, params.id)
  if (!found) throw notFound()
  demandOffice(me, found.path)
  const statement = store.closeItemStatement(me.region, found.id)
  return done(needs, asked, {
    id: found.id,
    action: 'closeMenuItem',
    kind: 'menuItem',
    subject: found.id,
    statement,
  })
}

/** 认领, by a member or a unit that the community accepted. @throws notFound, forbidden, itemGone, takenAlready */
export async function takeMenuItem(needs: PartnerNeeds, asked: Asked<'takeMenuItem'>) {
  const { me, params, body } = asked
  const found = await store.itemById(needs.db, me.region, params.id)
  if (!found) throw notFound()
  const { unitId } = body
  if (unitId !== undefined && !liaisonOf(me).includes(unitId)) throw forbidden()
  if (found.takers === (unitId === undefined ? 'units' : 'members')) throw forbidden()
  const by = unitId === undefined ? { personId: me.personId } : { unitId }
  if (!(await store.isAccepted(needs.db, me.region, found.path, by))) throw forbidden()
  const statement = store.takeStatement(me, { id: body.id, itemId: found.id, unitId: unitId ?? null })
  return done(needs, asked, {
    id: body.id,
    action: 'takeMenuItem',
    kind: 'menuItem',
    subject: found.id,
    statement,
  })
}

/** 不再认领, without a reason. @throws notFound, forbidden, takeGone */
export async function leaveMenuItem(
  needs: PartnerNeeds,
  asked: Pick<Asked<'leaveMenuItem'>, 'me' | 'scope' | 'params' | 'remember'>,
) {
  const { me, scope, params } = asked
  const found = await store.takeById(needs.db, scope, params.id)
  if (!found) throw notFound()
  const isMine = found.unitId === null ? found.personId === me.personId : liaisonOf(me).includes(found.unitId)
  if (!isMine) throw forbidden()
  const statement = store.leaveStatement(me.region, found.id)
  return done(needs, asked, {
    id: found.id,
    action: 'leaveMenuItem',
    kind: 'menuTake',
    subject: found.id,
    statement,
  })
}

/** 送清单. @throws forbidden, unknownArea, unknownUnit, keyReused */
export async function sendList(needs: PartnerNeeds, asked: Asked<'sendList'>) {
  const { me, body } = asked
  demandOffice(me, body.path)
  if (!(await needs.areaExists(me.region, body.path))) throw problems.unknownArea()
  if (!(await needs.units(me.region)).some(({ id }) => id === body.unitId)) throw problems.unknownUnit()
  const statement = store.sendStatement(me, body)
  return done(needs, asked, {
    id: body.id,
    action: 'sendList',
    kind: 'partnerList',
    subject: body.id,
    statement,
  })
}

/** 答复: what the unit takes up; what nobody does is nobody's to take. @throws notFound, forbidden, unknownLine, listAnswered */
export async function answerList(needs: PartnerNeeds, asked: Asked<'answerList'>) {
  const { me, scope, params, body } = asked
  const found = await store.listById(needs.db, scope, params.id)
  if (!found) throw notFound()
  if (!liaisonOf(me).includes(found.unitId)) throw forbidden()
  const open = new Set(found.lines.flatMap(({ id, kind }) => (kind === 'conduct' ? [] : [id])))
  if (!body.takes.every((id) => open.has(id))) throw problems.unknownLine()
  const statement = store.answerStatement(me, found.id, body)
  const people = [found.sentBy]
  return done(needs, asked, {
    id: found.id,
    action: 'answerList',
    kind: 'partnerList',
    subject: found.id,
    statement,
    people,
  })
}
