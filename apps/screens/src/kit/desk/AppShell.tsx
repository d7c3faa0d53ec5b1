import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { changeLanguage, useLanguage, useSay } from '../language.ts'
import { usePlace } from '../place.ts'
import { Icon } from '../shared/Icon.tsx'
import { LiveMark } from './LiveMark.tsx'
import { type NavGroup, Navigation } from './Navigation.tsx'
import { ShortcutHelp } from './shortcuts.tsx'
import { TypeSizeSelect } from './TypeSizeSelect.tsx'

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
