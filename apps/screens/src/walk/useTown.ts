import { useCallback, useEffect, useState } from 'react'
import { Problem } from '../kit/failure.ts'
import { callAs } from './asSeat.ts'
import { CHAIRS, type ChairSeat } from './words.ts'

export type Sitting = { readonly token: string; readonly person: string }
export type Sittings = { readonly [seat in ChairSeat]: Sitting }
export type TownState =
  | { readonly kind: 'asking' | 'founding' | 'closed' | 'failed' }
  | { readonly kind: 'open'; readonly seats: Sittings; readonly running: boolean }

const ASK_AGAIN_MILLISECONDS = 2000

async function sit(seat: ChairSeat, person: string): Promise<Sitting> {
  const { token } = await callAs(undefined, 'takeSeat', { params: { seat }, body: { bearer: true } })
  if (token === null) throw new Error('the seat came without a token')
  return { token, person }
}

async function look(): Promise<TownState> {
  try {
    const pace = await callAs(undefined, 'getPace', {})
    if (pace.founding) return { kind: 'founding' }
    const people = new Map(
      (await callAs(undefined, 'listSeats', {})).map(({ seat, person }) => [seat, person]),
    )
    const seats = await Promise.all(
      CHAIRS.map(async ({ seat }) => [seat, await sit(seat, people.get(seat) ?? '')] as const),
    )
    return { kind: 'open', seats: Object.fromEntries(seats) as Sittings, running: pace.running } // every chair is in the list
  } catch (error) {
    return { kind: error instanceof Problem && error.status === 404 ? 'closed' : 'failed' }
  }
}

/** The town with its four seats taken; asks again until it is founded and there. */
export function useTown() {
  const [town, setTown] = useState<TownState>({ kind: 'asking' })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const ask = async (): Promise<void> => {
      const found = await look()
      if (gone) return
      setTown(found)
      if (found.kind === 'founding' || found.kind === 'failed')
        timer = setTimeout(() => void ask(), ASK_AGAIN_MILLISECONDS)
    }
    void ask()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  const pace = useCallback(async (running: boolean): Promise<void> => {
    const answer = await callAs(undefined, 'setPace', { body: { running } })
    setTown((before) => (before.kind === 'open' ? { ...before, running: answer.running } : before))
  }, [])
  const again = useCallback(async (seat: ChairSeat, person: string): Promise<void> => {
    const sitting = await sit(seat, person)
    setTown((before) =>
      before.kind === 'open' ? { ...before, seats: { ...before.seats, [seat]: sitting } } : before,
    )
  }, [])
  return { town, pace, again }
}
