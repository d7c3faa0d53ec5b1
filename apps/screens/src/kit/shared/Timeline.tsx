import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import { momentWords } from '../time.ts'
import { useNow } from '../useNow.ts'

export type TimelineStep = {
  readonly id: string
  readonly title: ReactNode
  /** ISO 8601; absent for what has not happened yet. */
  readonly at?: string
  /** Who did it, as this reader may know them. */
  readonly who?: string
  readonly text?: ReactNode
  readonly photos?: readonly { readonly src: string; readonly alt: string }[]
  readonly step: 'done' | 'now' | 'next'
}

/** What happened, in order, and what comes next. */
export function Timeline({
  steps,
  label,
}: {
  readonly steps: readonly TimelineStep[]
  readonly label: string
}) {
  const say = useSay()
  const now = useNow()
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map(({ id, title, at, who, text, photos, step }) => (
        <li key={id} data-step={step} aria-current={step === 'now' ? 'step' : undefined}>
          <p className="timeline-title">{title}</p>
          {(at || who) && (
            <p className="timeline-when">
              {at && <time dateTime={at}>{say(momentWords(at, now))}</time>}
              {at && who && ' · '}
              {who}
            </p>
          )}
          {text && <p className="timeline-text">{text}</p>}
          {photos && photos.length > 0 && (
            <div className="timeline-photos">
              {photos.map(({ src, alt }) => (
                <a key={src} href={src} target="_blank" rel="noreferrer">
                  <img src={src} alt={alt} loading="lazy" />
                </a>
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
