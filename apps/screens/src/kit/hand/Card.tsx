import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from '../shared/Icon.tsx'

/** A sheet of paper that holds one thing. */
export function Card({ title, children }: { readonly title?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="card">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}

export type CardLinkProps = {
  readonly href: string
  readonly title: ReactNode
  readonly mark?: ReactNode
  readonly children?: ReactNode
}

/** One row of a list that leads to its page; the whole card is the target. */
export function CardLink({ href, title, mark, children }: CardLinkProps) {
  return (
    <Link href={href} className="card card-link">
      <span className="card-words">
        <span className="card-title">{title}</span>
        {children && <span className="card-text">{children}</span>}
        {mark}
      </span>
      <span className="card-arrow">
        <Icon name="moving" />
      </span>
    </Link>
  )
}

/** Facts as pairs of a word and its value. */
export function Facts({ facts }: { readonly facts: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([word, value], index) => (
        <div key={index}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
