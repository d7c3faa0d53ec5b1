import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { createElement, type ReactNode, useEffect, useRef, useState } from 'react'
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

/** The drawing, as large as the type on the page, so that it scrolls where the screen is narrower; or all of it at once. */
export function ProcessPicture({
  drawing: { width, height, begin, marks },
  title,
  about,
}: ProcessPictureProps) {
  const [isWhole, setWhole] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = box.current
    if (element && !isWhole) element.scrollLeft = element.scrollWidth * begin - element.clientWidth / 2
  }, [begin, isWhole])
  const size = isWhole ? { width: '100%' } : { width: `${width / 18}rem`, height: `${height / 18}rem` }
  return (
    <>
      <Button className="process-zoom" onClick={() => setWhole(!isWhole)}>
        {isWhole ? <Trans>放大</Trans> : <Trans>看全图</Trans>}
      </Button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={box} className="process-picture" tabIndex={0} aria-label={title}>
        <svg
          role="img"
          aria-labelledby="process-title process-about"
          viewBox={`0 0 ${width} ${height}`}
          style={size}
        >
          <title id="process-title">{title}</title>
          <desc id="process-about">{about}</desc>
          {marks.map(shown)}
        </svg>
      </section>
    </>
  )
}
