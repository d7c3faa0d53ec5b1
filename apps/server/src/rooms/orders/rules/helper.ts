/** A helper as the pool sees one. `available`: neither on leave nor outside the hours. */
export type HelperFacts = {
  readonly personId: string
  readonly path: string
  readonly servesPath: string
  readonly quota: number
  readonly homeEntry: boolean
  readonly skills: readonly string[]
  readonly available: boolean
  readonly nightEmergencies: boolean
}
