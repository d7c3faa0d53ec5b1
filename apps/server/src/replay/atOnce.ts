/** Works through a list, always so many at once. The first failure ends it. */
export async function someAtOnce<T>(
  list: readonly T[],
  atOnce: number,
  work: (entry: T) => Promise<void>,
): Promise<void> {
  const queue = list.values()
  const worker = async (): Promise<void> => {
    for (const entry of queue) await work(entry)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
