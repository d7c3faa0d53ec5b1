import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Icon } from '../shared/Icon.tsx'
import { keep, recall } from '../storage.ts'

export type NavItem = {
  readonly href: string
  readonly label: ReactNode
  readonly count?: number | undefined
  /** Pages that belong to this way though their addresses lie elsewhere. */
  readonly also?: readonly string[] | undefined
}
/** `id` names the group on this device, where its being folded or open is remembered. */
export type NavGroup = { readonly id: string; readonly label: ReactNode; readonly items: readonly NavItem[] }

/** Up to so many ways fit a screen of 900 px at 18 px type; with more, groups fold. */
const WAYS_IN_SIGHT = 15
const FOLDS = 'navigation'

/** The ways to the pages; on a narrow screen they wait behind one button, so that the page itself comes first. */
export function Navigation({ groups }: { readonly groups: readonly NavGroup[] }) {
  const { t } = useLingui()
  const id = useId()
  const [here] = useLocation()
  const [isOpen, setOpen] = useState(false)
  const all = groups.flatMap(({ items }) => items)
  const current = currentOf(all, here)
  if (all.length === 0) return <div />
  return (
    <nav className="shell-nav" aria-label={t`主导航`}>
      <button
        type="button"
        className="shell-menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'close' : 'list'} />
        <span>
          <Trans>菜单</Trans>
          {current && <> · {current.label}</>}
        </span>
      </button>
      <div id={id} className={isOpen ? 'shell-ways shell-ways-open' : 'shell-ways'}>
        {all.length <= WAYS_IN_SIGHT
          ? groups.map((group) => (
              <section key={group.id}>
                <h2>{group.label}</h2>
                <Ways items={group.items} current={current} onGo={() => setOpen(false)} />
              </section>
            ))
          : groups.map((group, index) => (
              <Fold
                key={group.id}
                group={group}
                isFirst={index === 0}
                holds={current !== undefined && group.items.includes(current)}
              >
                <Ways items={group.items} current={current} onGo={() => setOpen(false)} />
              </Fold>
            ))}
      </div>
    </nav>
  )
}

/** The deepest address that leads here is the current one: /orders/1 lies under /orders, not under /. */
function currentOf(all: readonly NavItem[], here: string): NavItem | undefined {
  const leads = (href: string) => here === href || (href !== '/' && here.startsWith(`${href}/`))
  return all
    .flatMap((item) => [item.href, ...(item.also ?? [])].filter(leads).map((href) => ({ item, href })))
    .sort((one, other) => other.href.length - one.href.length)[0]?.item
}

/** A group that folds: the first one and the one of this page stand open, and whatever was opened or closed by hand stays so. */
function Fold({
  group,
  isFirst,
  holds,
  children,
}: {
  readonly group: NavGroup
  readonly isFirst: boolean
  readonly holds: boolean
  readonly children: ReactNode
}) {
  const [byHand, setByHand] = useState(() => foldsKept()[group.id])
  const isOpen = holds || (byHand ?? isFirst)
  function press() {
    setByHand(!isOpen)
    keep(FOLDS, { ...foldsKept(), [group.id]: !isOpen })
  }
  const id = useId()
  return (
    <section>
      <h2>
        <button
          type="button"
          className="shell-fold"
          aria-expanded={isOpen}
          aria-controls={id}
          disabled={holds}
          onClick={press}
        >
          {group.label}
          {!holds && <Icon name="back" />}
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </section>
  )
}

function foldsKept(): Readonly<Record<string, boolean | undefined>> {
  const kept = recall(FOLDS)
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, boolean>) : {}
}

function Ways({
  items,
  current,
  onGo,
}: {
  readonly items: readonly NavItem[]
  readonly current: NavItem | undefined
  readonly onGo: () => void
}) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Link href={item.href} aria-current={item === current ? 'page' : undefined} onClick={onGo}>
            <span>{item.label}</span>
            {item.count ? <span className="shell-count">{item.count}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}
