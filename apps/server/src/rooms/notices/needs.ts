import type { Database } from '../../kernel/db/database.ts'
import type { Channel } from './channels.ts'

/** What the notices room needs of the other rooms; main wires their front doors to it. */
export type NoticesNeeds = {
  readonly db: Database
  /** Ways out beside the inbox. */
  readonly channels: readonly Channel[]
  /** The people who act for a team or a unit now. */
  membersOf(
    region: number,
    of: { readonly teams: readonly string[]; readonly units: readonly string[] },
  ): Promise<readonly string[]>
  /** The helpers who are asked by an offered order now, by its wave; at night only those who agreed to it. */
  helpersAsked(region: number, orderId: string): Promise<readonly string[]>
}
