import { violated } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type Ask, listOf } from '../asked.ts'
import { demandScope } from '../keys.ts'
import type { Open311Needs } from '../needs.ts'
import { badRequest, unknown } from '../rules/refusal.ts'
import { extendedStatus, stateWords } from '../rules/statuses.ts'
import { w3c, windowOf } from '../rules/window.ts'
import type { Value } from '../rules/xml.ts'
import { insertUpdate } from '../store.ts'
import { ownRequest, updateOf, updatesTold } from '../views/requests.ts'
import { askerOf, pageOf } from './requests.ts'

const MOST_TEXT = 2000
/** Of all requests together, unless a span is asked for: clients look in every few minutes. */
const DAYS = 1

/** Each change of state of what may be told of; the answer in words only to the key that sent the request. @throws badRequest */
export async function updates(needs: Open311Needs, ask: Ask): Promise<Value> {
  const { region, param, language, now } = ask
  const numbers = listOf(param('service_request_id'))
  const told = await updatesTold(needs.db, region, await askerOf(needs, ask), {
    ...windowOf(param('start_date'), param('end_date'), now, numbers ? undefined : DAYS),
    numbers,
    ...pageOf(ask),
  })
  return told.map(({ id, number, state, result, at, text }) => ({
    update_id: id,
    service_request_id: number,
    status: extendedStatus(state, result),
    updated_datetime: w3c(at),
    description: text ?? stateWords(state, result, language),
    media_url: null,
  }))
}

/**
 * A note from the sender's side, once by its own number. It changes no state: whether a matter is settled is decided here,
 * and asked of the requester.
 * @throws noKey, wrongScope, badRequest, unknown
 */
export async function addUpdate(needs: Open311Needs, ask: Ask): Promise<Value> {
  const { region, param } = ask
  const key = demandScope(ask.key, 'update')
  const number = param('service_request_id')
  if (number === undefined)
    throw badRequest('缺少 service_request_id。', 'service_request_id was not provided.')
  const text = textOf(ask)
  const orderId = await ownRequest(needs.db, region, key.id, number)
  if (orderId === undefined)
    throw unknown(`没有 service_request_id ${number}。`, `service_request_id ${number} was not found.`)
  const id = newId()
  const sentId = (param('update_id') ?? param('update_id_ext') ?? ask.idempotencyKey ?? id).slice(0, 200)
  const before = await updateOf(needs.db, region, key.id, sentId)
  if (before) return [{ update_id: before }]
  try {
    await needs.addNote(region, {
      orderId,
      text,
      also: (version) => [insertUpdate(region, { id, keyId: key.id, orderId, sentId, version })],
    })
  } catch (error) {
    if (violated(error) === 'open311_updates_sent')
      return [{ update_id: (await updateOf(needs.db, region, key.id, sentId)) ?? id }]
    if (error instanceof Problem && error.status === 409) throw badRequest(error.words.zh, error.words.en)
    throw error
  }
  return [{ update_id: id }]
}

/** @throws badRequest */
function textOf({ param, pictures }: Ask): string {
  const text = [param('description'), pictures].filter(Boolean).join('\n')
  if (text === '') throw badRequest('缺少 description。', 'description was not provided.')
  if (text.length > MOST_TEXT)
    throw badRequest(
      `description 最多 ${MOST_TEXT} 个字。`,
      `description may have ${MOST_TEXT} letters at most.`,
    )
  return text
}
