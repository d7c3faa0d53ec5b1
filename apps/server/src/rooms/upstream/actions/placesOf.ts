import type { UpstreamNeeds } from '../needs.ts'
import type { TakenRow } from '../rules/rows.ts'

const ROWS_A_BREATH = 50
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Where the rows of a file lie, by row; a row whose place is not recognised has none. Each place is looked up once. */
export async function placesOf(
  needs: UpstreamNeeds,
  region: number,
  rows: readonly TakenRow[],
): Promise<Map<number, string>> {
  const known = new Map<string, string | undefined>()
  const find = async (typed: string): Promise<string | undefined> => {
    if (typed === '') return undefined
    if (!known.has(typed)) known.set(typed, (await needs.areasOfAddress(region, typed))[0])
    return known.get(typed)
  }
  const places = new Map<number, string>()
  for (const [at, { row, community, address }] of rows.entries()) {
    const together = [community, address].filter(Boolean).join(' ')
    const path = (await find(together)) ?? (await find(address)) ?? (await find(community))
    if (path) places.set(row, path)
    if (at % ROWS_A_BREATH === 0) await breathe()
  }
  return places
}
