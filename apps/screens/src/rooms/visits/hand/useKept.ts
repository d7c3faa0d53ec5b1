import { useEffect, useState } from 'react'
import { useObservable } from '../../../kit/observable.ts'
import { areaWith } from '../../../kit/offline/doors.ts'
import type { KeptArea, WaitingRecord } from '../../../kit/offline/kept.ts'
import { areaOf, areasOf, onStoreChange, recordsOf } from '../../../kit/offline/store.ts'
import { person } from '../../../kit/person.ts'

/** What this phone holds `of` something for its person, read again whenever it changes. Undefined until it was read. */
function useStored<T>(read: (by: string, of: string) => Promise<T>, of: string): T | undefined {
  const by = useObservable(person)
  const [held, setHeld] = useState<T>()
  useEffect(() => {
    let gone = false
    const load = () => {
      if (by !== undefined)
        void read(by, of).then((now) => {
          if (!gone) setHeld(now)
        })
    }
    load()
    const stop = onStoreChange(load)
    return () => {
      gone = true
      stop()
    }
  }, [by, read, of])
  return held
}

export const useKeptAreas = (): KeptArea[] | undefined => useStored(areasOf, '')

export type Kept = { readonly area: KeptArea | undefined; readonly waiting: readonly WaitingRecord[] }

async function keptOf(by: string, campaign: string): Promise<Kept> {
  const [area, all] = await Promise.all([areaOf(by, campaign), recordsOf(by)])
  const waiting = all.filter(({ record }) => record.campaign === campaign)
  return {
    area:
      area &&
      areaWith(
        area,
        waiting.map(({ record }) => record),
      ),
    waiting,
  }
}

/** One campaign's area with what was written down since, and what of it still waits. */
export const useKept = (campaign: string): Kept | undefined => useStored(keptOf, campaign)
