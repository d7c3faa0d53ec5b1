/**
 * How records of visits come together. A record is never changed: one that replaces others names them. What stands of a
 * visit is what nothing replaces, so the same set of records says the same in whatever order and however often they came.
 */
export type Replacing = { readonly id: string; readonly replaces: readonly string[] }
type Record = Replacing & { readonly visit: string }

/** Both together, each record once. */
export function merged<R extends Replacing>(one: readonly R[], other: readonly R[]): R[] {
  const known = new Set(one.map(({ id }) => id))
  const fresh: R[] = []
  for (const record of other) {
    if (known.has(record.id)) continue
    known.add(record.id)
    fresh.push(record)
  }
  return [...one, ...fresh]
}

/** The records that nothing replaces, by id. More than one of a visit: two phones wrote at once, and a person decides. */
export function headsOf<R extends Replacing>(records: readonly R[]): R[] {
  const replaced = new Set(records.flatMap(({ replaces }) => replaces))
  return records.filter(({ id }) => !replaced.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The visits that stand twice. */
export function conflictsOf<R extends Record>(records: readonly R[]): R[][] {
  const visits = new Map<string, R[]>()
  for (const head of headsOf(records)) visits.set(head.visit, [...(visits.get(head.visit) ?? []), head])
  return [...visits.values()].filter((heads) => heads.length > 1)
}
