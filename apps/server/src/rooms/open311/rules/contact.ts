import { plainPhone } from '@linli/contract/plainPhone'
import { badRequest } from './refusal.ts'

/** A mainland number in the form in which it is kept, whatever stands between its digits. @throws badRequest */
export function phoneOf(written: string | undefined): string | null {
  const digits = plainPhone(written ?? '')
  if (digits === undefined)
    throw badRequest(
      'phone 要写 11 位手机号，或区号加座机号。',
      'phone must be a mainland mobile number or an area code with a landline number.',
    )
  return digits || null
}

/** 王小明 from its halves, or a name with a space between them. */
export function nameOf(first = '', last = ''): string | null {
  const [given, family] = [first.trim(), last.trim()]
  const name = /\p{Script=Han}/u.test(family) ? `${family}${given}` : `${given} ${family}`.trim()
  return name.slice(0, 40) || null
}
