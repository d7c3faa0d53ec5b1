import { newId } from '../../../kernel/ids.ts'
import type { NewPerson, OrderNeeds } from '../needs.ts'

export type Parties = {
  readonly requester: string | null
  readonly beneficiary: string | null
  readonly phone: string | null
  readonly vulnerable: boolean
  /** To be registered with the order. */
  readonly unknown?: NewPerson
}

/** The number finds the person whose need it is; one that nobody has is registered with the order. */
export async function partiesByPhone(
  needs: OrderNeeds,
  region: number,
  { phone, name, path }: { readonly phone: string; readonly name: string | null; readonly path: string },
): Promise<Parties> {
  const known = await needs.personByPhone(region, phone)
  if (known)
    return { requester: known.personId, beneficiary: known.personId, phone, vulnerable: known.needsTwoEyes }
  const unknown = { id: newId(), phone, name, path }
  return { requester: unknown.id, beneficiary: unknown.id, phone, vulnerable: false, unknown }
}
