import { useEffect, useState } from 'react'
import { photoAs } from './asSeat.ts'

const kept = new Map<string, Promise<string>>()

/** A photo's address in this page; the picture itself needs the seat's token, which an image element cannot send. */
function addressOf(token: string, id: string): Promise<string> {
  const known = kept.get(id)
  if (known) return known
  const made = photoAs(token, id).then((blob) => URL.createObjectURL(blob))
  kept.set(id, made)
  made.catch(() => kept.delete(id))
  return made
}

/** The picture of an order, or the first sign of its title where there is none. */
export function Photo({
  token,
  id,
  title,
}: {
  readonly token: string
  readonly id: string | null
  readonly title: string
}) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let gone = false
    if (id === null) return
    addressOf(token, id).then(
      (found) => {
        if (!gone) setAddress(found)
      },
      () => undefined, // a picture that cannot be had leaves the sign standing
    )
    return () => {
      gone = true
    }
  }, [token, id])
  if (id !== null && address) return <img className="picture" src={address} alt="" />
  return (
    <span className="picture sign" aria-hidden="true">
      {[...title][0]}
    </span>
  )
}
