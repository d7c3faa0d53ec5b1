import type { OrderView } from '@linli/contract/orders/shapes'
import type { FieldRule } from '../../apps/server/src/kernel/policy/policy.ts'
import type { Actor } from '../kit/houseCast.ts'
import { canaryPhone, canaryText } from '../kit/houseGround.ts'
import { maskedPhone } from './phones.ts'
import { allowed, type Cell, groundOf, wishedUnknown } from './relations.ts'
import type { PolicyTable } from './sight.ts'

type Seen = 'clear' | 'masked' | 'hidden' | 'something else'

/** How a field was answered, told by its canary. */
function seenOf(value: string | null, clear: string, masked: string): Seen {
  if (value === null) return 'hidden'
  return value === clear ? 'clear' : value === masked ? 'masked' : 'something else'
}

/**
 * The guarded fields of one order as they were answered, against the policy's field rules: too much and too little alike.
 * @param body the order as `getOrder` answers it
 */
export function fieldMistakes(body: unknown, actor: Actor, cell: Cell, { fields }: PolicyTable): string[] {
  const view = body as OrderView // the answer's own schema
  const { mark } = groundOf(cell, actor)
  const wished = wishedUnknown(actor, cell)
  const expected = (name: string, kept: boolean): Seen => {
    const rule: FieldRule | undefined = fields[name]
    if (!rule) throw new Error(`the policy guards no field ${name}`)
    const fits = (rows: FieldRule['clear']): boolean => allowed({ access: 'roles', rows }, actor, cell)
    if (kept) return 'hidden'
    return fits(rule.clear) ? 'clear' : rule.masked && fits(rule.masked) ? 'masked' : 'hidden'
  }
  const name = canaryText({ mark }, '称呼')
  const staff = view.timeline.some(({ remarks }) => remarks.includes(canaryText({ mark }, '内部')))
  const seen: { readonly [field: string]: readonly [Seen, Seen] } = {
    contactName: [expected('contactName', wished), seenOf(view.contactName, name, `${name.charAt(0)}**`)],
    contactPhone: [
      expected('contactPhone', wished),
      seenOf(view.contactPhone, canaryPhone({ mark }), maskedPhone(mark)),
    ],
    address: [expected('address', wished), seenOf(view.address, canaryText({ mark }, '地址'), '')],
    staffRemark: [expected('staffRemark', false), staff ? 'clear' : 'hidden'],
  }
  return Object.entries(seen).flatMap(([field, [wanted, is]]) =>
    wanted === is ? [] : [`field ${field}: ${is}, the policy says ${wanted}`],
  )
}
