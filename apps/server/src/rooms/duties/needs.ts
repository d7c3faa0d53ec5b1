import type { Words } from '@linli/contract'
import type { Deps } from '../../kernel/deps.ts'

/** What duties need of the other rooms. */
export type DutiesNeeds = Deps & {
  /** The helpers who agreed to serve in an area, of whom some may be meant. */
  helpersServing(region: number, path: string, personIds?: readonly string[]): Promise<readonly string[]>
  /** The names of the posts of the place. */
  posts(region: number): Promise<readonly { readonly key: string; readonly name: Words }[]>
  skills(region: number): Promise<readonly { readonly key: string; readonly name: Words }[]>
  /** Whether an open station of this id lies in the area. */
  stationAt(region: number, id: string, path: string): Promise<boolean>
  areaExists(region: number, path: string): Promise<boolean>
  /** The place's holidays (true) and worked weekends (false) between two days. */
  calendar(region: number): Promise<ReadonlyMap<string, boolean>>
}
