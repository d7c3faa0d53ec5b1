import { useEffect, useState } from 'react'

/** Counts down to 0 once a second; the second value starts it. */
export function useSecondsLeft(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  const waiting = left > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000)
    return () => clearInterval(timer)
  }, [waiting])
  return [left, setLeft]
}
