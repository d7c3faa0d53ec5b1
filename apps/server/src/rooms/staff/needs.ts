import type { AllowanceCategory, Post, Preset, WorkResult } from '@linli/contract'
import type { Database } from '../../kernel/db/database.ts'

/** What staff needs of the place's rules; main reads them. */
export type StaffNeeds = {
  readonly db: Database
  terms(region: number): Promise<{
    readonly posts: readonly Post[]
    readonly allowances: readonly AllowanceCategory[]
    readonly results: readonly WorkResult[]
    readonly appeal: Preset['workAppeal']
  }>
}
