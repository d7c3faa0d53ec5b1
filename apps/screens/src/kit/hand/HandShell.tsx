import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSay } from '../language.ts'
import { usePlace } from '../place.ts'
import { hand } from '../routes.ts'
import { Icon } from '../shared/Icon.tsx'
import { ElderSwitch, LanguageSwitch } from './Preferences.tsx'
import { Toasts } from './toast.tsx'

/** What stands around every page of hand: the place's name, type size and language above, the main ways below. */
export function HandShell({ children, bar }: { readonly children: ReactNode; readonly bar?: ReactNode }) {
  const place = usePlace()
  const say = useSay()
  return (
    <>
      <a href="#main" className="skip-link">
        <Trans>跳到正文</Trans>
      </a>
      <header className="top-bar">
        <div className="top-bar-inner">
          <Link href={hand.home.url()} className="top-name">
            <Icon name="home" />
            {say(place.name)}
          </Link>
          <div className="bar-buttons">
            <ElderSwitch />
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <Toasts />
      {children}
      {bar}
    </>
  )
}
