import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import { useDraft } from '../../../../kit/drafts.ts'
import type { Photo } from '../../../../kit/hand/index.ts'
import type { Voice } from '../../../../kit/hand/VoiceField.tsx'
import { takeScanned } from '../../../places/hand/scanned.ts'
import { sentIds } from '../photoList.ts'
import { EMPTY_DRAFT, type OrderDraft } from './draft.ts'

export type Placing = {
  readonly draft: OrderDraft
  readonly change: (some: Partial<OrderDraft>) => void
  readonly clear: () => void
  readonly photos: readonly Photo[]
  readonly setPhotos: (change: (before: readonly Photo[]) => readonly Photo[]) => void
  readonly voice: Voice | undefined
  readonly setVoice: (voice: Voice | undefined) => void
}

/** The order being written: kept on this phone, with the photos and the note that are already with the server. */
export function usePlacing(): Placing {
  const [kept, keep, clear] = useDraft('placeOrder', EMPTY_DRAFT)
  const [fresh] = useState(() => ({ id: newKey(), scanned: takeScanned() }))
  const [photos, setPhotos] = useState<readonly Photo[]>(() =>
    kept.photos.map((id) => ({ key: id, id, state: 'sent' })),
  )
  const [voice, setVoice] = useState<Voice | undefined>(() =>
    kept.voice === null ? undefined : { key: kept.voice, id: kept.voice, state: 'sent' },
  )
  const [scanned, setScanned] = useState(fresh.scanned)
  const draft: OrderDraft = {
    ...kept,
    id: kept.id || fresh.id,
    place: scanned ?? kept.place,
    photos: sentIds(photos),
    voice: voice?.id ?? null,
  }
  const change = (some: Partial<OrderDraft>) => {
    keep({ ...draft, ...some })
    setScanned(undefined) // it is kept with the rest from now on
  }

  const ids = draft.photos.join(' ')
  const note = draft.voice
  const keeper = useRef(keep)
  keeper.current = keep
  useEffect(() => {
    keeper.current({ photos: ids === '' ? [] : ids.split(' '), voice: note })
  }, [ids, note])

  return { draft, change, clear, photos, setPhotos, voice, setVoice }
}
