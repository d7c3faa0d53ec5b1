import type { Door, Kind, Urgency } from '@linli/contract'
import type { Input } from '../../../../kit/endpoints.ts'

type Body = Input<'placeOrder'>['body']

/** What is written down during one call. */
export type Intake = {
  /** Made once for one call, so that saving twice is one order. */
  readonly id: string
  readonly channel: Door
  readonly phone: string
  readonly name: string
  readonly detail: string
  readonly item: string | undefined
  readonly kind: Kind
  readonly urgency: Urgency
  readonly path: string | undefined
  readonly address: string
}

/** An empty sheet; a batch of calls, or of visitors at the window, keeps its channel. */
export const emptyIntake = (id: string, channel: Door): Intake => ({
  id,
  channel,
  phone: '',
  name: '',
  detail: '',
  item: undefined,
  kind: 'help',
  urgency: 'ordinary',
  path: undefined,
  address: '',
})

/** Digits only: people read numbers out in groups. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '')
export const isPhone = (phone: string): boolean => /^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/.test(digitsOf(phone))

/** The names of the fields without which the order cannot be saved, in the order in which they are asked. */
export function missingOf(intake: Intake): ('phone' | 'detail' | 'path')[] {
  return [
    ...(intake.phone === '' || isPhone(intake.phone) ? [] : (['phone'] as const)),
    ...(intake.detail.trim() === '' ? (['detail'] as const) : []),
    ...(intake.path === undefined ? (['path'] as const) : []),
  ]
}

/** The order as the contract wants it. Undefined while no place was chosen. */
export function bodyOf(intake: Intake): Body | undefined {
  const { id, channel, kind, urgency, path, item } = intake
  if (path === undefined) return undefined
  const [name, address, phone] = [intake.name.trim(), intake.address.trim(), digitsOf(intake.phone)]
  return {
    id,
    channel,
    kind,
    urgency,
    path,
    detail: intake.detail.trim(),
    ...(item ? { item } : {}),
    ...(address ? { address } : {}),
    ...(name ? { contactName: name } : {}),
    ...(phone ? { contactPhone: phone } : {}),
  }
}
