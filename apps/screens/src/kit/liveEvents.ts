import type { ServerEvent } from './eventStream.ts'

const isTold = (value: unknown): value is { topic: string; id: string } =>
  typeof value === 'object' &&
  value !== null &&
  'topic' in value &&
  typeof value.topic === 'string' &&
  'id' in value

/**
 * One message of the server tells of several things that changed, as `[{ topic, id }]`: each becomes an event with the
 * topic as its name (`orders.orderClaimed.1`) and the id as its data. Any other message is left as it is.
 */
export function liveEvents(message: ServerEvent): ServerEvent[] {
  if (message.event !== 'message') return [message]
  const told: unknown = JSON.parse(message.data)
  if (!Array.isArray(told)) return [message]
  return told.filter(isTold).map(({ topic, id }) => ({ id: message.id, event: topic, data: String(id) }))
}
