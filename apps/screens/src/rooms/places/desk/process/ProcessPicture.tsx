import { createElement, type ReactNode } from 'react'
import type { Drawing, Mark } from './draw.ts'

/** React asks for its own spelling of attributes with a hyphen. */
const spelled = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const shown = (mark: Mark | string, at: number): ReactNode =>
  typeof mark === 'string'
    ? mark
    : createElement(
        mark.tag,
        {
          key: at,
          ...Object.fromEntries(
            Object.entries(mark.attributes).map(([name, value]) => [spelled(name), value]),
          ),
        },
        ...mark.children.map(shown),
      )

type ProcessPictureProps = { readonly drawing: Drawing; readonly title: string; readonly about: string }

/** The drawing, as large as the type on the page; it scrolls where the screen is narrower. */
export function ProcessPicture({ drawing: { width, height, marks }, title, about }: ProcessPictureProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="process-picture" tabIndex={0} aria-label={title}>
      <svg
        role="img"
        aria-labelledby="process-title process-about"
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: `${width / 18}rem`, height: `${height / 18}rem` }}
      >
        <title id="process-title">{title}</title>
        <desc id="process-about">{about}</desc>
        {marks.map(shown)}
      </svg>
    </section>
  )
}
