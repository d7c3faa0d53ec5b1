import { Phone } from './schema.ts'

const { pattern } = Phone() as { pattern?: string } // TypeBox keeps it out of the type
const PHONE = new RegExp(pattern ?? '$^')

/** A mainland number in the form in which it is kept, whatever stands between its digits; '' where none is written, undefined where it is no such number. */
export function plainPhone(written: string): string | undefined {
  const digits = written
    .normalize('NFKC')
    .replace(/[\s().-]/g, '')
    .replace(/^(\+|00)86/, '')
  return digits === '' || PHONE.test(digits) ? digits : undefined
}
