import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { Icon } from '../shared/Icon.tsx'

export type DeskPageProps = {
  readonly title: string
  readonly back?: { readonly href: string; readonly label: ReactNode }
  readonly lead?: ReactNode
  /** The page's own buttons, beside the heading. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

let pagesShown = 0

/** One page of desk: way back, heading with its buttons, content. */
export function DeskPage({ title, back, lead, actions, children }: DeskPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · 邻里`
  }, [title])
  useEffect(() => {
    if (pagesShown > 0) heading.current?.focus()
    pagesShown += 1
  }, [])
  return (
    <article className="desk-page">
      {back && (
        <Link href={back.href} className="back-link">
          <Icon name="back" />
          <span>{back.label}</span>
        </Link>
      )}
      <header className="desk-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="desk-actions">{actions}</div>}
      </header>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </article>
  )
}

/** A part of a page with its own heading. */
export function Panel({ title, children }: { readonly title?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="panel">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}
