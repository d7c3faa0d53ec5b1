/** Runs at most `most` works at once; the others wait their turn. */
export function takingTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next)
        next() // hands its turn on
      else running -= 1
    }
  }
}

/** Runs the works of one key one after another, in the order they came; works of other keys run beside them. */
export function takingTurnsBy<Key>(): <T>(key: Key, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<Key, Promise<unknown>>()
  return (key, work) => {
    const mine = (lines.get(key) ?? Promise.resolve()).then(work)
    const over = mine.then(
      () => undefined,
      () => undefined, // whoever asked for the work is told of its failure; the next one only waits for its end
    )
    lines.set(key, over)
    void over.then(() => {
      if (lines.get(key) === over) lines.delete(key)
    })
    return mine
  }
}
