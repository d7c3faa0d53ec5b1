import type { AddressReason } from '@linli/contract/places/addressWords'
import type { Database } from '../../../kernel/db/database.ts'
import { addressBookOf } from '../addressIndex.ts'
import { placesIn } from '../rules/addressMentions.ts'

/** A place of the register that a text names. `room` is what stands in the text; whether it exists is not asked. */
export type MentionedPlace = {
  readonly said: string
  readonly path: string
  readonly text: string
  readonly room: string | null
  readonly why: readonly AddressReason[]
}

/** The places of the register that a text names. Their names are nobody's secret; rooms and households are not looked up. */
export async function mentionedPlaces(
  db: Database,
  region: number,
  text: string,
): Promise<readonly MentionedPlace[]> {
  return placesIn(await addressBookOf(db, region), text).map(
    ({ said, candidate: { node, room, reasons } }) => ({
      said,
      path: node.path,
      text: node.text,
      room,
      why: reasons,
    }),
  )
}
