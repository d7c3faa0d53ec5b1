import { createHash, randomBytes } from 'node:crypto'
import type { deviceEndpoints } from '@linli/contract/devices/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { phoneTail } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { topicOf, userOf } from '../doors/message.ts'
import { deviceRetired, notBound, notMember, someoneElses } from '../errors.ts'
import type { DeviceNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/devices.ts'

type Table = typeof deviceEndpoints
type Asked<O extends keyof Table> = Pick<HandlerRequest<Table[O]>, 'me' | 'params' | 'body' | 'remember'>

/** A device that the actor looks after. @throws notFound, forbidden */
async function kept(needs: DeviceNeeds, me: Actor, operation: Parameters<typeof demandAt>[0], id: string) {
  const device = await store.deviceById(needs.db, me.region, id)
  if (!device) throw notFound()
  demandAt(operation, me, device.path)
  return device
}

/** 登记一键通: into stock, where it can be tried before it comes to anybody. @throws forbidden, serialTaken */
export async function addDevice(needs: DeviceNeeds, { me, body, remember }: Asked<'addDevice'>) {
  demandAt('addDevice', me, body.path)
  const answer = { id: body.id, version: 1 }
  await commit(needs, me, [
    remember(answer),
    store.insertDevice(me.region, me.personId, body),
    auditStatement(me, { action: 'addDevice', subjectKind: 'device', subjectId: body.id }),
  ])
  return answer
}

/**
 * 装到谁家: a device comes to a member of a household; of whoever has it already language, number and contacts are changed.
 * @throws notFound, forbidden, deviceRetired, someoneElses, notMember, deviceChanged
 */
export async function bindDevice(needs: DeviceNeeds, { me, params, body, remember }: Asked<'bindDevice'>) {
  const { region } = me
  const device = await kept(needs, me, 'bindDevice', params.id)
  const home = await store.homeOfMember(needs.db, region, body.householdId, body.personId)
  if (!home) throw notFound()
  demandAt('bindDevice', me, home.path)
  if (!home.isMember) throw notMember()
  if (device.state === 'retired') throw deviceRetired()
  if (device.personId !== null && device.personId !== body.personId) throw someoneElses()
  const { phone, contacts } = body
  const answer = { id: device.id, version: body.version + 1 }
  await commit(needs, me, [
    remember(answer),
    store.bindStatement(region, device.id, body.version, {
      ...body,
      path: home.path,
      phone: phone
        ? {
            cipher: needs.crypto.encryptField(phone, store.phoneContext(region, device.id)),
            tail: phoneTail(phone),
          }
        : undefined,
    }),
    ...(device.personId === null ? [store.beginBinding(region, device.id, me.personId, body)] : []),
    ...(contacts
      ? [
          store.dropContacts(region, device.id),
          store.insertContacts(region, device.id, body.personId, contactsOf(needs, region, contacts)),
        ]
      : []),
    auditStatement(me, { action: 'bindDevice', subjectKind: 'device', subjectId: device.id }),
  ])
  return answer
}

type ContactWords = Pick<store.NewContact, 'kind' | 'name' | 'nights'> & { readonly phone: string }
/** Contacts as they are kept. */
export const contactsOf = (
  { crypto }: Pick<DeviceNeeds, 'crypto'>,
  region: number,
  contacts: readonly ContactWords[],
): store.NewContact[] =>
  contacts.map(({ phone, ...contact }) => {
    const id = newId()
    const cipher = crypto.encryptField(phone, store.contactContext(region, id))
    return { id, ...contact, cipher, index: crypto.lookUp(phone), tail: phoneTail(phone) }
  })

/** 收回或停用. @throws notFound, forbidden, notBound, deviceRetired, deviceChanged */
export async function unbindDevice(
  needs: DeviceNeeds,
  { me, params, body, remember }: Asked<'unbindDevice'>,
) {
  const device = await kept(needs, me, 'unbindDevice', params.id)
  if (device.state === 'retired') throw deviceRetired()
  if (device.state === 'stock' && !body.retire) throw notBound()
  const answer = { id: device.id, version: body.version + 1 }
  await commit(needs, me, [
    remember(answer),
    ...store.unbindStatements(me.region, device.id, body.version, me.personId, body.retire),
    auditStatement(me, {
      action: 'unbindDevice',
      subjectKind: 'device',
      subjectId: device.id,
      facts: { retire: body.retire },
    }),
  ])
  return answer
}

/** What a device proves itself with is random and long: a plain digest of it says nothing to whoever steals it. */
export const keyHash = (user: string, key: string): Buffer =>
  createHash('sha256').update(`${user}\n${key}`).digest()

/** 发设备密钥: shown this once; the one before it holds no more. @throws notFound, forbidden, deviceRetired, deviceChanged */
export async function issueDeviceKey(
  needs: DeviceNeeds,
  { me, params, body }: Pick<Asked<'issueDeviceKey'>, 'me' | 'params' | 'body'>,
) {
  const { region } = me
  const device = await kept(needs, me, 'issueDeviceKey', params.id)
  if (device.state === 'retired') throw deviceRetired()
  const user = userOf(region, device.serial)
  const key = randomBytes(18).toString('base64url')
  await commit(needs, me, [
    store.keyStatement(region, device.id, body.version, keyHash(user, key)),
    auditStatement(me, { action: 'issueDeviceKey', subjectKind: 'device', subjectId: device.id }),
  ])
  return { id: device.id, version: body.version + 1, user, key, topic: topicOf(region, device.serial) }
}

async function commit(needs: DeviceNeeds, me: Actor, statements: Parameters<DeviceNeeds['db']['commit']>[1]) {
  try {
    await needs.db.commit(systemScope(me.region), statements)
  } catch (error) {
    throw inWords(error)
  }
}
