import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { changeLanguage, useLanguage, useSay } from '../language.ts'
import { usePlace } from '../place.ts'
import { Icon } from '../shared/Icon.tsx'
import { LiveMark } from './LiveMark.tsx'
import { ShortcutHelp } from './shortcuts.tsx'
import { TypeSizeSelect } from './TypeSizeSelect.tsx'

export type NavItem = {
  readonly href: string
  readonly label: ReactNode
  readonly count?: number | undefined
}
export type NavGroup = { readonly label: ReactNode; readonly items: readonly NavItem[] }

export type AppShellProps = {
  readonly nav: readonly NavGroup[]
  /** Who is signed in: name, post, and the way out. */
  readonly person?: ReactNode
  readonly children: ReactNode
}

/** What stands around every page of desk. */
export function AppShell({ nav, person, children }: AppShellProps) {
  const place = usePlace()
  const say = useSay()
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        <Trans>跳到正文</Trans>
      </a>
      <header className="shell-header">
        <Link href="/" className="shell-name">
          <Icon name="home" />
          <span>
            {say(place.name)} <Trans>工作台</Trans>
          </span>
        </Link>
        <div className="shell-tools">
          <LiveMark />
          <ShortcutHelp />
          <TypeSizeSelect />
          <LanguageButton />
          {person}
        </div>
      </header>
      <Navigation groups={nav} />
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** The ways to the pages; on a narrow screen they wait behind one button, so that the page itself comes first. */
function Navigation({ groups }: { readonly groups: readonly NavGroup[] }) {
  const { t } = useLingui()
  const id = useId()
  const [here] = useLocation()
  const [isOpen, setOpen] = useState(false)
  const all = groups.flatMap(({ items }) => items)
  // The deepest address that leads here is the current one: /orders/1 lies under /orders, not under /.
  const current = all
    .filter(({ href }) => here === href || (href !== '/' && here.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0]
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
        {groups.map(({ label, items }, index) => (
          <section key={index}>
            <h2>{label}</h2>
            <ul>
              {items.map(({ href, label: words, count }) => (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={current?.href === href ? 'page' : undefined}
                    onClick={() => setOpen(false)}
                  >
                    <span>{words}</span>
                    {count ? <span className="shell-count">{count}</span> : null}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}

function LanguageButton() {
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  async function change() {
    setBusy(true)
    setFailed(false)
    await changeLanguage(language === 'zh' ? 'en' : 'zh').catch(() => setFailed(true))
    setBusy(false)
  }
  return (
    <>
      <Button
        type="text"
        loading={busy}
        onClick={() => void change()}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
      <span role="status">{failed && <Trans>没有网络，换不了语言</Trans>}</span>
    </>
  )
}
