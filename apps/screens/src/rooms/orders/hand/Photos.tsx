import { useLingui } from '@lingui/react/macro'
import { useFileAddress } from './files.ts'

/** Photos of an order beside each other; each opens in full. */
export function Photos({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <div className="timeline-photos">
      {ids.map((id, index) => (
        <Photo key={id} id={id} number={index + 1} />
      ))}
    </div>
  )
}

function Photo({ id, number }: { readonly id: string; readonly number: number }) {
  const { t } = useLingui()
  const address = useFileAddress(id)
  if (!address) return null
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={t`第 ${number} 张照片`} loading="lazy" />
    </a>
  )
}

/** The voice note of an order. */
export function VoiceNote({ id }: { readonly id: string }) {
  const { t } = useLingui()
  const address = useFileAddress(id)
  if (!address) return null
  // biome-ignore lint/a11y/useMediaCaption: a resident's note of a few seconds; its matter stands in words beside it
  return <audio className="w-full" controls src={address} aria-label={t`语音留言`} />
}
