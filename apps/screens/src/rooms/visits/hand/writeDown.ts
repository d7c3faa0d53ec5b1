import type { VisitRecord } from '@linli/contract/visits/shapes'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'
import { newVisitId } from '../../../kit/offline/newVisitId.ts'
import { keepRecord } from '../../../kit/offline/store.ts'
import { sendWaiting } from '../../../kit/offline/waiting.ts'

export type Picture = { readonly id: string; readonly blob: Blob }
type Written = Pick<
  VisitRecord,
  'visit' | 'form' | 'outcome' | 'answers' | 'orders' | 'replaces' | 'again' | 'companion'
>

/**
 * Keeps a record of a visit with its photos on this phone, and begins to send it.
 * @param at when the visit was, where that is not now
 * @throws when the phone is full
 */
export async function writeDown(
  { person, campaign }: KeptArea,
  { id: door, isCompany }: Door,
  written: Written,
  pictures: readonly Picture[],
  at: string = new Date().toISOString(),
): Promise<void> {
  const id = newVisitId()
  const target = isCompany ? { company: door } : { household: door }
  const record = { ...written, ...target, id, campaign: campaign.id, at }
  await keepRecord(
    { id, person, record },
    pictures.map((picture) => ({ ...picture, person, household: door })),
  )
  void sendWaiting()
}
