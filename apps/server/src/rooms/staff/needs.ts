import type { AllowanceCategory, Post, Preset, WorkResult } from '@linli/contract'
import type { Database } from '../../kernel/db/database.ts'
import type { Storage } from '../../kernel/uploads/storage.ts'

/** What staff needs of the place's rules; main reads them. */
export type StaffNeeds = {
  readonly db: Database
  readonly storage: Storage
  terms(region: number): Promise<{
    readonly posts: readonly Post[]
    readonly allowances: readonly AllowanceCategory[]
    readonly results: readonly WorkResult[]
    readonly appeal: Preset['workAppeal']
  }>
}
