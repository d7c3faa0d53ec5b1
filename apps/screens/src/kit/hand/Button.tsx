import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from '../shared/Icon.tsx'

type Look = {
  /** `primary` once a page; `second` for the other ways on; `quiet` for small things such as removing; `danger` for what cannot be undone. */
  readonly look?: 'primary' | 'second' | 'quiet' | 'danger'
  readonly icon?: IconName
  readonly wide?: boolean
  readonly children: ReactNode
}

export type ButtonProps = Look & {
  readonly type?: 'button' | 'submit'
  readonly onPress?: () => void
  /** While it works: says `busyWord` and takes no second press, but keeps the focus. */
  readonly busy?: boolean
  readonly busyWord?: string
  readonly describedBy?: string
}

const classOf = ({ look = 'primary', wide }: Look) => `button button-${look}${wide ? ' button-wide' : ''}`

/** The words on a button are a verb: what happens when it is pressed. */
export function Button(props: ButtonProps) {
  const { type = 'button', onPress, busy = false, busyWord, icon, describedBy, children } = props
  return (
    <button
      type={type}
      className={classOf(props)}
      aria-disabled={busy || undefined}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onPress?.()
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{busy && busyWord ? busyWord : children}</span>
    </button>
  )
}

/** Looks like a button and goes to a page. */
export function ButtonLink(props: Look & { readonly href: string }) {
  return (
    <Link href={props.href} className={classOf(props)}>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </Link>
  )
}
