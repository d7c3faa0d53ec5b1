/**
 * A helper as the pool sees one. `available`: neither on leave nor outside the hours; `onLeave` and `night` say which of
 * the reasons it is, `paired` that the helper looks after whoever the order is for.
 */
export type HelperFacts = {
  readonly personId: string
  readonly path: string
  readonly servesPath: string
  readonly quota: number
  readonly homeEntry: boolean
  readonly skills: readonly string[]
  readonly available: boolean
  readonly onLeave: boolean
  readonly night: boolean
  readonly nightEmergencies: boolean
}
