import { Phone } from '@linli/contract/schema'
import { badRequest } from './refusal.ts'

const { pattern } = Phone() as { pattern?: string } // TypeBox keeps it out of the type
const PHONE = new RegExp(pattern ?? '$^')

/** A mainland number in the form in which it is kept, whatever stands between its digits. @throws badRequest */
export function phoneOf(written: string | undefined): string | null {
  const digits = (written ?? '')
    .normalize('NFKC')
    .replace(/[\s().-]/g, '')
    .replace(/^(\+|00)86/, '')
  if (digits === '') return null
  if (!PHONE.test(digits))
    throw badRequest(
      'phone 要写 11 位手机号，或区号加座机号。',
      'phone must be a mainland mobile number or an area code with a landline number.',
    )
  return digits
}

/** 王小明 from its halves, or a name with a space between them. */
export function nameOf(first = '', last = ''): string | null {
  const [given, family] = [first.trim(), last.trim()]
  const name = /\p{Script=Han}/u.test(family) ? `${family}${given}` : `${given} ${family}`.trim()
  return name.slice(0, 40) || null
}
