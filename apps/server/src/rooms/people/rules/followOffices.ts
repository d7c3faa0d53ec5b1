/** A post or grant over an ended area, once for each successor of the area, the main one first. */
export type Held<Kept> = { readonly id: string; readonly to: string; readonly key: string } & Kept

/** What begins in place of what ends; `from` is the row that it follows. */
export type Begun<Kept> = Held<Kept> & { readonly newId: string }

/**
 * Whoever held something over an ended area holds the same over every successor: what they may see stays what it was.
 * Two areas that became one give one row. `key` says what counts as the same: the holder with post or role.
 * @param newId makes the id of a row
 */
export function begins<Kept>(held: readonly Held<Kept>[], newId: () => string): Begun<Kept>[] {
  const seen = new Set<string>()
  return held.flatMap((one) => {
    const same = `${one.key} ${one.to}`
    if (seen.has(same)) return []
    seen.add(same)
    return [{ ...one, newId: newId() }]
  })
}
