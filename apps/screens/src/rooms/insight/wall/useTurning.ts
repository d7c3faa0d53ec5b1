import { useEffect, useState } from 'react'

const PAGE_MILLISECONDS = 15_000
const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Pages that turn by themselves, for a wall that nobody touches; they rest for whoever wants things still, or stops them. */
export function useTurning(pages: number) {
  const [page, setPage] = useState(0)
  const [isTurning, setTurning] = useState(() => !prefersStill())
  const turn = () => setPage((now) => (now + 1) % pages)
  useEffect(() => {
    if (!isTurning || pages <= 1) return
    const timer = setInterval(() => setPage((now) => (now + 1) % pages), PAGE_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isTurning, pages])
  return {
    page: Math.min(page, Math.max(0, pages - 1)),
    pages,
    isTurning,
    turn,
    stop: () => setTurning(!isTurning),
  }
}
