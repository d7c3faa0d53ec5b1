import { useEffect } from 'react'
import { useRead } from '../../../kit/desk/index.ts'

const ASK_MILLISECONDS = 1000

/** How far a long import is, asked every second until it is over. */
export function useImportRun(id: string | undefined) {
  const { data, error, refetch } = useRead('followImport', id === undefined ? undefined : { params: { id } })
  const isOver = data?.state === 'over' || data?.state === 'lost'
  useEffect(() => {
    if (id === undefined || isOver) return
    const timer = setInterval(() => void refetch(), ASK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [id, isOver, refetch])
  return { run: id === undefined ? undefined : data, error: error ?? undefined, isOver }
}
