/** Runs some work again and again. @returns median and 95th percentile of its milliseconds */
export async function timesOf(
  work: () => Promise<unknown>,
  runs: number,
): Promise<[p50: number, p95: number]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number): number => taken[Math.floor((taken.length - 1) * share)] ?? 0
  return [at(0.5), at(0.95)]
}
