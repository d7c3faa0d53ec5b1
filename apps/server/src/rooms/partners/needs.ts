import type { CheckInChoice, ConductRule, PartnerRule, Post, Skill, Words } from '@linli/contract'
import type { Database } from '../../kernel/db/database.ts'

type Named = { readonly id: string; readonly name: Words }
/** The rows of the place that partners go by. */
export type PartnerTerms = {
  readonly skills: readonly Pick<Skill, 'key' | 'name'>[]
  readonly checkInChoices: readonly Pick<CheckInChoice, 'key' | 'name' | 'kind'>[]
  readonly conduct: readonly Pick<ConductRule, 'key' | 'party' | 'name' | 'measure'>[]
  readonly partnerRule: PartnerRule
  readonly posts: readonly Pick<Post, 'key' | 'name'>[]
}

/** What the partners room needs of the other rooms; main wires their front doors to it. */
export type PartnerNeeds = {
  readonly db: Database
  terms(region: number): Promise<PartnerTerms>
  /** Open units of the region. */
  units(region: number): Promise<readonly Named[]>
  areaExists(region: number, path: string): Promise<boolean>
}
