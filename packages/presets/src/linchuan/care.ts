import type { CareRhythm } from '@linli/contract'
import { careRhythms as general } from '../house/care.ts'
import { childCompany } from './sources.ts'

/** 童伴妈妈: a contact every day, a visit every week, an outing every month; hours and steps as everywhere. */
export const careRhythms: readonly CareRhythm[] = general.map((rhythm) => ({
  ...rhythm,
  source: childCompany,
}))
