import type { CatalogueItem } from '@linli/contract'
import type { Deps } from '../../kernel/deps.ts'
import type { HouseOrder, StepResult } from '../orders/index.ts'

/** What the room needs of the others; main wires their front doors to it. */
export type UpstreamNeeds = Deps & {
  items(region: number): Promise<readonly CatalogueItem[]>
  areaExists(region: number, path: string): Promise<boolean>
  /** What an address in somebody's own words may mean, the surest first. */
  areasOfAddress(region: number, typed: string): Promise<readonly string[]>
  placeOrder(region: number, wanted: HouseOrder): Promise<StepResult>
  /** Told of what went wrong in an import that nobody waits for. */
  report(error: Error): void
}
