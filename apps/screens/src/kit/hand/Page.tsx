import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useSay } from '../language.ts'
import { usePlace } from '../place.ts'
import { Icon } from '../shared/Icon.tsx'
import { PhoneLink } from './PhoneLink.tsx'
import { UnsentNotice } from './UnsentNotice.tsx'

export type PageProps = {
  readonly title: string
  /** Where the way back leads, in words: “我的单”. */
  readonly back?: { readonly href: string; readonly label: ReactNode }
  readonly lead?: ReactNode
  readonly children: ReactNode
}

let pagesShown = 0

/** One page of hand: way back, heading, content, and help in the same place on every page. */
export function Page({ title, back, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const place = usePlace()
  const say = useSay()
  const name = say(place.name)

  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])

  useEffect(() => {
    // The first page is read from the top as usual; after a step inside, the new heading is where reading starts.
    if (pagesShown > 0) {
      window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    pagesShown += 1
  }, [])

  return (
    <main id="main" className="page" tabIndex={-1}>
      {back && (
        <Link href={back.href} className="back-link">
          <Icon name="back" />
          <span>{back.label}</span>
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      <UnsentNotice />
      {children}
      <aside className="help">
        <p>
          <Trans>不会用，或者有急事？</Trans>
        </p>
        <PhoneLink phone={place.phone}>
          <Trans>打电话找人帮忙</Trans>
        </PhoneLink>
      </aside>
    </main>
  )
}
