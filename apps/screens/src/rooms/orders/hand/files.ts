import { useEffect, useState } from 'react'
import { call, fileAddress, whoAsks } from '../../../kit/api.ts'
import { currentSeat } from '../../../kit/seat.ts'

/** Sends one picture; the key is the same for every try. Answers its id. */
export const uploadPhoto = async (picture: Blob, key: string): Promise<string> =>
  (await call('uploadPhoto', { file: picture }, { idempotencyKey: key })).id

/** Sends one voice note. */
export const uploadVoice = async (sound: Blob, key: string): Promise<string> =>
  (await call('uploadVoice', { file: sound }, { idempotencyKey: key })).id

/**
 * Where <img> and <audio> find a file: its own address for an ordinary page, whose cookie travels with it; a copy in
 * memory inside a seat, whose token does not. Undefined until it is there.
 */
export function useFileAddress(id: string): string | undefined {
  const address = fileAddress('getFile', { params: { id } })
  const [copy, setCopy] = useState<string>()
  const seated = currentSeat() !== undefined
  useEffect(() => {
    if (!seated) return
    let made: string | undefined
    let gone = false
    void fetch(address, whoAsks())
      .then((response) => (response.ok ? response.blob() : undefined))
      .then((blob) => {
        if (!blob || gone) return
        made = URL.createObjectURL(blob)
        setCopy(made)
      })
      .catch(() => setCopy(address)) // the browser then shows the alternative text
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [address, seated])
  return seated ? copy : address
}
