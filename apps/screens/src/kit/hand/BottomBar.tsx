import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Icon, type IconName } from '../shared/Icon.tsx'

export type BarItem = {
  readonly href: string
  readonly label: ReactNode
  readonly icon: IconName
  readonly count?: number
}

/** The few main places, at the foot of every page; labels of two to four characters, four items at most. */
export function BottomBar({ items, label }: { readonly items: readonly BarItem[]; readonly label: string }) {
  const [here] = useLocation()
  return (
    <nav className="bottom-bar" aria-label={label}>
      {items.map(({ href, label: words, icon, count }) => (
        <Link key={href} href={href} aria-current={here === href ? 'page' : undefined}>
          <Icon name={icon} />
          <span>
            {words}
            {count ? `（${count}）` : ''}
          </span>
        </Link>
      ))}
    </nav>
  )
}

export type TabItem<Value extends string> = {
  readonly value: Value
  readonly label: ReactNode
  readonly count?: number
}

export type TabsProps<Value extends string> = {
  readonly label: string
  readonly tabs: readonly TabItem<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** Parts of one list beside each other; they wrap instead of scrolling out of sight. */
export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>) {
  return (
    <fieldset className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <button
          type="button"
          key={tab.value}
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count === undefined ? '' : ` ${tab.count}`}
        </button>
      ))}
    </fieldset>
  )
}
