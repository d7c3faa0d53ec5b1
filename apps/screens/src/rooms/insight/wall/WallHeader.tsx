import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { changeLanguage, useLanguage, useSay } from '../../../kit/language.ts'
import { Icon } from '../../../kit/shared/Icon.tsx'
import { momentWords } from '../../../kit/time.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { atDesk, figuresUrl, wallUrl } from '../addresses.ts'
import { PERIODS, type Period } from '../period.ts'
import { useAreaName } from '../useAreaName.ts'
import type { View } from '../view.ts'
import { Clock } from './Clock.tsx'
import { changeTheme, useTheme } from './theme.ts'
import { ABOVE } from './useAreaKeys.ts'

type WallHeaderProps = {
  readonly figures: Pick<Figures, 'area' | 'name' | 'above' | 'asOf'>
  readonly days: Period
  readonly view: View
  readonly isStill: boolean
}

/** Which area, which period, and whether the figures follow. */
export function WallHeader({ figures, days, view, isStill }: WallHeaderProps) {
  const { t } = useLingui()
  const word = usePlaceWords()
  const nameOf = useAreaName()
  const [here] = useLocation()
  return (
    <header className="wall-header">
      <div className="wall-place">
        <p className="wall-above">
          <span>{word('screen.wall', t`大屏`)}</span>
          {figures.above.map((area) => (
            <Link key={area.path} href={wallUrl(area.path, days, view)} {...{ [ABOVE]: '' }}>
              {nameOf(area)}
            </Link>
          ))}
        </p>
        <h1>{nameOf({ path: figures.area, name: figures.name })}</h1>
      </div>
      <nav className="wall-ways" aria-label={t`期间和去处`}>
        <ul className="wall-periods">
          <li>
            <Link href={wallUrl(here, days)} aria-current={view === 'orders' ? 'true' : undefined}>
              <Trans>点单和办单</Trans>
            </Link>
          </li>
          <li>
            <Link href={wallUrl(here, days, 'ground')} aria-current={view === 'ground' ? 'true' : undefined}>
              <Trans>底数和覆盖</Trans>
            </Link>
          </li>
          {view === 'orders' &&
            PERIODS.map((period) => (
              <li key={period} className="wall-period">
                <Link href={wallUrl(here, period)} aria-current={period === days ? 'true' : undefined}>
                  <Trans>近 {period} 天</Trans>
                </Link>
              </li>
            ))}
        </ul>
        <p className="wall-tools">
          <a href={atDesk(figuresUrl(figures.area, days))}>
            <Trans>明细和导出</Trans>
          </a>
          <ThemeButton />
          <LanguageButton />
        </p>
      </nav>
      <div className="wall-time">
        <Clock />
        <Standing asOf={figures.asOf} isStill={isStill} />
      </div>
    </header>
  )
}

/** Whether the figures follow by themselves, or since when they stand still. */
function Standing({ asOf, isStill }: { readonly asOf: string; readonly isStill: boolean }) {
  const say = useSay()
  const since = say(momentWords(asOf))
  return (
    <p className={isStill ? 'wall-standing wall-still' : 'wall-standing'} role="status">
      <Icon name={isStill ? 'alert' : 'check'} />
      {isStill ? <Trans>线路断了，数字停在{since}</Trans> : <Trans>实时更新</Trans>}
    </p>
  )
}

function ThemeButton() {
  const theme = useTheme()
  return (
    <button type="button" onClick={() => changeTheme(theme === 'dark' ? 'light' : 'dark')}>
      {theme === 'dark' ? <Trans>浅色</Trans> : <Trans>深色</Trans>}
    </button>
  )
}

function LanguageButton() {
  const { t } = useLingui()
  const language = useLanguage()
  const [failed, setFailed] = useState(false)
  const change = () => {
    setFailed(false)
    changeLanguage(language === 'zh' ? 'en' : 'zh').catch(() => setFailed(true))
  }
  return (
    <>
      <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={change}>
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <span role="status">{failed && t`没有网络，换不了语言`}</span>
    </>
  )
}
