import type { ReactNode } from 'react'

type MainProps = {
  readonly label: ReactNode
  readonly value: string
  readonly unit?: string
  readonly tone?: 'late' | 'none' | undefined
  readonly href?: string | undefined
  readonly children?: ReactNode
}

/** One figure that is read from across the room, with its name above and a note below. */
export function Main({ label, value, unit, tone, href, children }: MainProps) {
  const figure = (
    <>
      <span className="wall-number" data-long={value.length > 4 || undefined}>
        {value}
      </span>
      {unit && <span className="wall-unit"> {unit}</span>}
    </>
  )
  return (
    <div className="wall-figure" data-tone={tone}>
      <h2 className="wall-label">{label}</h2>
      <p className="wall-value">{href ? <a href={href}>{figure}</a> : figure}</p>
      <p className="wall-note">{children}</p>
    </div>
  )
}
