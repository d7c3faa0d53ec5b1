type Visit = { readonly at: number; readonly next: readonly number[]; place: number }

/**
 * The strongly connected components of more than one node (Tarjan 1972, without recursion: a history has more nodes than
 * a stack has frames).
 * @param next the nodes an edge leads to
 */
export function components(nodes: number, next: (node: number) => readonly number[]): number[][] {
  const index = new Map<number, number>()
  const low = new Map<number, number>()
  const open: number[] = []
  const isOpen = new Set<number>()
  const found: number[][] = []
  const lower = (at: number, to: number | undefined): void =>
    void low.set(at, Math.min(low.get(at) ?? 0, to ?? Number.POSITIVE_INFINITY))

  const enter = (at: number): Visit => {
    index.set(at, index.size)
    low.set(at, index.size - 1)
    open.push(at)
    isOpen.add(at)
    return { at, next: next(at), place: 0 }
  }
  const leave = (at: number): void => {
    if (low.get(at) !== index.get(at)) return
    const one = open.splice(open.lastIndexOf(at))
    for (const node of one) isOpen.delete(node)
    if (one.length > 1) found.push(one)
  }
  for (let root = 0; root < nodes; root += 1) {
    if (index.has(root)) continue
    const path: Visit[] = [enter(root)]
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const to = visit.next[visit.place++]
      if (to === undefined) {
        path.pop()
        leave(visit.at)
        const above = path.at(-1)
        if (above) lower(above.at, low.get(visit.at))
      } else if (!index.has(to)) path.push(enter(to))
      else if (isOpen.has(to)) lower(visit.at, index.get(to))
    }
  }
  return found
}
