import { useState } from 'react'
import { cornersText, type Pieces } from './corners.ts'

const MOST_STEPS = 100

/** What is being drawn, and every step on the way to it. */
export function usePencil() {
  const [steps, setSteps] = useState<readonly Pieces[]>([])
  return {
    pieces: steps.at(-1),
    canUndo: steps.length > 1,
    begin: (pieces: Pieces) => setSteps([pieces]),
    draw: (pieces: Pieces) =>
      setSteps((now) => {
        const last = now.at(-1)
        if (last && cornersText(last) === cornersText(pieces)) return now
        return [...now.slice(-MOST_STEPS), pieces]
      }),
    undo: () => setSteps((now) => (now.length > 1 ? now.slice(0, -1) : now)),
    putAway: () => setSteps([]),
  }
}
