export type Ticker = { stop(): Promise<void> }

/** Calls a piece of work again and again, never twice at once; an error is reported and the next round comes all the same. */
export function every(
  milliseconds: number,
  work: () => Promise<unknown>,
  onError: (error: Error) => void,
): Ticker {
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout
  const round = (): void => {
    running = Promise.try(work)
      .catch(onError)
      .finally(() => {
        if (!stopped) timer = setTimeout(round, milliseconds)
      })
  }
  timer = setTimeout(round, milliseconds)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
