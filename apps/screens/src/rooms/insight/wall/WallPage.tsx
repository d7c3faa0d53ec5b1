import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { startLive, stopLive } from '../../../kit/live.ts'
import { desk } from '../../../kit/routes.ts'
import { signInUrl } from '../../people/hand/signInUrl.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { areaFrom, atDesk, WALL } from '../addresses.ts'
import { periodFrom } from '../period.ts'
import { useMayList } from '../useMayList.ts'
import { AreasPanel, areFew, areWide } from './AreasPanel.tsx'
import { ItemsPanel } from './ItemsPanel.tsx'
import { MainFigures } from './MainFigures.tsx'
import { ShownPanel } from './ShownPanel.tsx'
import { StatesStrip } from './StatesStrip.tsx'
import { TrendPanel } from './TrendPanel.tsx'
import { useAreaKeys } from './useAreaKeys.ts'
import { useWall, type Wall } from './useWall.ts'
import { WallHeader } from './WallHeader.tsx'

/** 大屏: one area's orders on one page, which follows by itself. No order that is not shown publicly, and nobody's name. */
export function WallPage() {
  const [location] = useLocation()
  const search = useSearch()
  const days = periodFrom(search)
  const { wall, refusal, isStill } = useWall(areaFrom(location), days)
  const isSignedOut = refusal?.status === 401

  // The first look of somebody who is not signed in; a wall that was signed out while it hung says so instead.
  const signIn = atDesk(signInUrl(desk.signIn.url(), WALL + location + (search ? `?${search}` : '')))

  if (isSignedOut)
    return (
      <Message>
        <p>
          <Trans>请先登录，再看大屏。</Trans>
        </p>
        <a className="wall-button" href={signIn}>
          <Trans>去登录</Trans>
        </a>
      </Message>
    )
  if (refusal)
    return (
      <Message>
        <p>{refusal.message}</p>
        <a className="wall-button" href={`${WALL}/`}>
          <Trans>看自己的辖区</Trans>
        </a>
      </Message>
    )
  if (!wall)
    return (
      <Message>
        <p role="status">
          {isStill ? <Trans>暂时连不上，几秒后自己再试。</Trans> : <Trans>正在打开…</Trans>}
        </p>
      </Message>
    )
  return <Figures wall={wall} days={days} isStill={isStill} />
}

function Message({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui()
  const title = usePlaceWords()('screen.wall', t`大屏`)
  return (
    <main className="wall-message">
      <h1>{title}</h1>
      {children}
    </main>
  )
}

type FiguresProps = {
  readonly wall: Wall
  readonly days: ReturnType<typeof periodFrom>
  readonly isStill: boolean
}

function Figures({ wall: { figures, shown }, days, isStill }: FiguresProps) {
  const { t } = useLingui()
  const title = usePlaceWords()('screen.wall', t`大屏`)
  const mayList = useMayList()
  useAreaKeys()
  useEffect(() => {
    document.title = `${figures.name} · ${title}`
  }, [figures.name, title])
  // The line is whose the figures are: it opens when they first came, and anew after a refusal.
  useEffect(() => {
    startLive()
    return stopLive
  }, [])
  const trend = <TrendPanel figures={figures} days={days} />
  return (
    <div className="wall">
      <WallHeader figures={figures} days={days} isStill={isStill} />
      <main className="wall-main">
        <MainFigures figures={figures} days={days} mayList={mayList} />
        <StatesStrip figures={figures} mayList={mayList} />
        <div className="wall-panels" data-wide={areWide(figures) || undefined}>
          <div className="wall-column">
            {figures.areas.length > 0 && <AreasPanel key={figures.area} figures={figures} days={days} />}
            {areFew(figures) && trend}
          </div>
          <ItemsPanel figures={figures} days={days} mayList={mayList} />
          <div className="wall-column">
            {!areFew(figures) && trend}
            <ShownPanel shown={shown} />
          </div>
        </div>
      </main>
    </div>
  )
}
