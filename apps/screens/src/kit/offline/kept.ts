import type { CampaignRow, FormView, TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import type { LooseInput } from '../endpoints.ts'

export type Door = TakenArea['households'][number]

/** What somebody took along of one campaign. */
export type KeptArea = {
  readonly person: string
  readonly id: string
  readonly campaign: CampaignRow
  readonly forms: readonly FormView[]
  readonly doors: readonly Door[]
  /** Absent in what was taken along before there were such. */
  readonly positions?: TakenArea['positions']
  readonly colleagues?: TakenArea['colleagues']
  readonly findings?: TakenArea['findings']
  readonly consentKinds?: TakenArea['consentKinds']
  readonly at: string
  /** Whether this browser opens pages without a network; else the page must stay open on the way. */
  readonly opensOffline: boolean
}
/** `refusal` is the server's sentence when it answered no; the record stays until its writer has seen to it. */
export type WaitingRecord = {
  readonly id: string
  readonly person: string
  readonly record: VisitRecord
  readonly refusal?: string
}
/** `file` is what the server calls the picture, once it is there. */
export type WaitingPhoto = {
  readonly id: string
  readonly person: string
  readonly household: string
  readonly blob: Blob
  readonly file?: string
  readonly refusal?: string
}
/**
 * A command waiting on this device for the network, until its person is signed in here. `person` is the account's id, `refusal` the
 * server's sentence when it answered no.
 */
export type Unsent = {
  readonly key: string
  readonly person: string
  readonly operation: string
  readonly input: LooseInput
  readonly label: string
  readonly at: string
  readonly refusal?: string
}
