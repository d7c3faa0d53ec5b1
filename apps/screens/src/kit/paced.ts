/**
 * Runs a task at most once in `milliseconds`, however often it is asked for: at once after a rest, else when the rest
 * is over, and never twice at a time. What was asked for while it ran is run once more afterwards.
 */
export function paced(task: () => Promise<void>, milliseconds: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let asked = false
  let notBefore = 0
  const run = async () => {
    timer = undefined
    asked = false
    running = true
    notBefore = Date.now() + milliseconds
    try {
      await task()
    } finally {
      running = false
      if (asked) ask()
    }
  }
  function ask(): void {
    asked = true
    if (running || timer !== undefined) return
    const wait = notBefore - Date.now()
    if (wait <= 0) void run()
    else timer = setTimeout(() => void run(), wait)
  }
  function stop(): void {
    clearTimeout(timer)
    asked = false
  }
  return { ask, stop }
}
