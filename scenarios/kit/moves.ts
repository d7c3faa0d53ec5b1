import { randomUUID } from 'node:crypto'
import {
  isSystemVerb,
  KINDS,
  OBJECTIONS,
  REFUSAL_REASONS,
  RESULTS,
  SCORES,
  STATES,
  type State,
  TRANSITIONS,
} from '@linli/contract'
import { orderEndpoints } from '@linli/contract/orders/endpoints'
import sharp from 'sharp'
import { type Answer, ask, holders, type Person, sendFile, type Town, unitId } from './town.ts'

export type World = Town & {
  orderId: string
  placedBy: string
  lastAnswers: Answer[]
  winner: string
  loser: string
}
type Fields = Map<string, string>

const HOW_CONTACTED = { phone: { zh: '电话' }, visit: { zh: '上门' }, message: { zh: '留言' } }
const codeOf = (words: object, zh: string): string => {
  const found = Object.entries(words).find(([, word]) => (word as { zh: string }).zh === zh)
  if (!found) throw new Error(`没有“${zh}”这个说法`)
  return found[0]
}
export const stateOf = (zh: string): State => codeOf(STATES, zh) as State

export function personOf(world: World, name: string): Person {
  const real = name === '抢到的人' ? world.winner : name === '没抢到的人' ? world.loser : name
  const person = world.people.get(real)
  if (!person) throw new Error(`没有叫“${real}”的人`)
  return person
}

export const itemOf = ({ preset }: World, zh: string) => {
  const item = preset.catalogue.find(({ name }) => name.zh === zh)
  if (!item) throw new Error(`清单里没有“${zh}”`)
  return item
}

/** 点单 by the person's own phone, or 网格上报 by whoever sees it. */
export async function place(
  world: World,
  name: string,
  itemName: string,
  fields: Fields,
  channel: 'hand' | 'gridReport' = 'hand',
): Promise<void> {
  const person = personOf(world, name)
  const item = itemOf(world, itemName)
  const about = fields.get('投诉对象')
  const id = randomUUID()
  const answer = await ask(world, person, 'POST', '/orders', {
    id,
    channel,
    kind: item.kind in KINDS ? item.kind : 'help',
    item: item.key,
    detail: fields.get('说的话') ?? `${itemName}，请帮忙。`,
    path: person.path,
    contactName: name,
    contactPhone: person.phone,
    anonymous: fields.get('身份公开') === '匿名',
    confidential: fields.get('身份公开') === '要求保密',
    ...(about ? { aboutUnitId: await unitId(world, about) } : {}),
  })
  if (answer.status !== 201) throw new Error(`点单没有成功：${JSON.stringify(answer.body)}`)
  Object.assign(world, { orderId: id, placedBy: name })
}

/** One step of the process table by its own word, with the fields given and the most ordinary for the rest. */
export async function move(world: World, name: string, word: string, fields: Fields): Promise<Answer> {
  const row = TRANSITIONS.find(({ label }) => label.zh === word)
  if (!row) throw new Error(`流程表里没有“${word}”`)
  const person = personOf(world, name)
  if (isSystemVerb(row.verb)) throw new Error(`“${word}”是系统自己走的一步`)
  const endpoint = orderEndpoints[row.verb]
  const path = endpoint.path.replace(':id', world.orderId)
  return ask(world, person, 'POST', path, await bodyOf(world, row.verb, person, fields))
}

async function bodyOf(world: World, verb: string, person: Person, fields: Fields): Promise<object> {
  if (verb === 'claimOrder') return {}
  const { version, item, kind, urgency, path } = await facts(world)
  const score = fields.get('满意度')
  const reason = fields.get('理由')
  switch (verb) {
    case 'acceptOrder':
      return { version, item, kind, urgency, path }
    case 'refuseOrder':
    case 'proposeRefusal':
      return {
        version,
        reason: reason ? codeOf(REFUSAL_REASONS, reason) : 'outsideDuties',
        channel: fields.get('渠道') ?? '请拨打12345',
      }
    case 'dispatchOrder':
    case 'assignOrder':
      return { version, assignee: await assigneeOf(world, fields.get('派给') ?? '') }
    case 'contactRequester':
      return { version, how: 'phone' }
    case 'handleOrder':
    case 'selfHandle':
      return {
        version,
        reply: fields.get('回复') ?? '已经办好',
        ...(verb === 'handleOrder' ? { resolved: 'solved' } : {}),
        ...(fields.has('联系') ? { contacted: codeOf(HOW_CONTACTED, fields.get('联系') ?? '') } : {}),
        ...(await photosOf(world, person, fields)),
      }
    case 'reportProgress':
      return { version, text: fields.get('进展') ?? '正在办' }
    case 'askExplained':
      return { version, reason: reason ?? '现在解决不了', ground: fields.get('依据') ?? '有关规定' }
    case 'superviseOrder':
      return { version, level: 'yellow', demand: reason ?? '请说明' }
    case 'callCoHosts':
    case 'whistleUnits':
    case 'conveneOrder': {
      const units = (fields.get('单位') ?? '').split('、')
      return {
        version,
        unitIds: await Promise.all(units.map((unit) => unitId(world, unit))),
        task: fields.get('要做的') ?? '请到场看一看',
      }
    }
    case 'answerCall':
      return { version, answer: 'done', text: fields.get('办了什么') ?? '我们的部分办好了', fitting: true }
    case 'recordMeeting':
      return {
        version,
        heldOn: '2020-01-06',
        minutes: '几家到场看过',
        decision: fields.get('议定') ?? '分头办',
      }
    case 'escalateOrder':
      return { version, tried: fields.get('做过什么') ?? '几家看过', question: reason ?? '请定由谁办' }
    case 'instructOrder':
      return { version, instruction: fields.get('批示') ?? '照此办理' }
    case 'takeOverOrder':
      return {
        version,
        unitId: await unitId(world, fields.get('派给') ?? ''),
        reason: reason ?? '改由他们办',
      }
    case 'requestReview':
      return { version, reason: reason ?? '没有解决' }
    case 'raiseObjection':
      return {
        version,
        against: codeOf(OBJECTIONS, fields.get('对') ?? '督办'),
        reason: reason ?? '与事实不符',
      }
    case 'grantReview':
    case 'readmitOrder':
    case 'refuseReview':
    case 'overruleReturn':
    case 'liftSupervision':
    case 'discountRating':
    case 'dismissObjection':
      return { version, remark: fields.get('答复') ?? '已经看过材料' }
    case 'refuseExplained':
    case 'returnHandling':
    case 'reworkOrder':
      return { version, reason: reason ?? '请再办' }
    case 'cancelOrder':
    case 'giveBack':
      return { version, ...(reason ? { reason } : {}) }
    case 'rateOrder':
      return {
        version,
        resolved: codeOf(RESULTS, fields.get('结果') ?? '解决'),
        score: Number(codeOf(SCORES, score ?? '满意')),
        ...(fields.has('想说的') ? { comment: fields.get('想说的') } : {}),
      }
    case 'closeOrder':
      return {
        version,
        reached: true,
        resolved: codeOf(RESULTS, fields.get('结果') ?? '解决'),
        score: Number(codeOf(SCORES, score ?? '满意')),
      }
    case 'showOrder':
      return {
        version,
        title: '邻里帮忙',
        need: '一位老人需要帮忙。',
        outcome: fields.get('公开文字') ?? '已经办好。',
      }
    default:
      return { version }
  }
}

async function assigneeOf(world: World, name: string): Promise<object> {
  return world.people.has(name)
    ? { personId: personOf(world, name).personId }
    : { unitId: await unitId(world, name) }
}

async function photosOf(world: World, person: Person, fields: Fields): Promise<object> {
  const wanted = (fields.get('照片') ?? '').split('、')
  const before = wanted.includes('办理前') ? [await upload(world, person)] : []
  const after = wanted.includes('办理后') ? [await upload(world, person)] : []
  return { beforePhotos: before, afterPhotos: after }
}

/** A small real photo, sent as a phone would. */
async function upload(world: World, person: Person): Promise<string> {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b3221b' } })
    .jpeg()
    .toBuffer()
  const file = { name: 'photo.jpg', type: 'image/jpeg', bytes: photo }
  const { status, body } = await sendFile(world, person, '/files/photos', file)
  if (status >= 300) throw new Error(`照片没有传上去：${JSON.stringify(body)}`)
  return String(body['id'])
}

type Facts = { version: number; state: State; item: string; kind: string; urgency: string; path: string }

/** The order as the region's administrator reads it through the API. */
export async function facts(world: World): Promise<Facts> {
  const [admin] = holders(world, 'regionAdmin')
  const { status, body } = await ask(world, admin, 'GET', `/orders/${world.orderId}`)
  if (status !== 200) throw new Error(`读不到这张单：${JSON.stringify(body)}`)
  return body as unknown as Facts // the contract's OrderView
}
