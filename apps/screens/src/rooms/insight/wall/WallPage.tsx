import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Problem } from '../../../kit/failure.ts'
import { startLive, stopLive } from '../../../kit/live.ts'
import { desk } from '../../../kit/routes.ts'
import { signInUrl } from '../../people/hand/signInUrl.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { areaFrom, atDesk, WALL } from '../addresses.ts'
import { periodFrom } from '../period.ts'
import { useMayList } from '../useMayList.ts'
import { viewFrom } from '../view.ts'
import { AreasPanel, areFew, areWide } from './AreasPanel.tsx'
import { GroundFigures } from './ground/GroundFigures.tsx'
import { PromisesPanel, ReachPanel } from './ground/GroundLists.tsx'
import { GroundTable } from './ground/GroundTable.tsx'
import { type Coverage, useGround } from './ground/useGround.ts'
import { ItemsPanel } from './ItemsPanel.tsx'
import { MainFigures } from './MainFigures.tsx'
import { ShownPanel } from './ShownPanel.tsx'
import { StatesStrip } from './StatesStrip.tsx'
import { TrendPanel } from './TrendPanel.tsx'
import { useAreaKeys } from './useAreaKeys.ts'
import { useWall, type Wall } from './useWall.ts'
import { WallHeader } from './WallHeader.tsx'

/** 大屏: one area on one page, which follows by itself: its orders, or its ground. Nobody's name, and no order that is not shown publicly. */
export function WallPage() {
  const view = viewFrom(useSearch())
  return view === 'ground' ? <GroundWall /> : <OrdersWall />
}

function OrdersWall() {
  const [location] = useLocation()
  const days = periodFrom(useSearch())
  const { answer, refusal, isStill } = useWall(areaFrom(location), days)
  if (!answer) return <Waiting refusal={refusal} isStill={isStill} />
  return <Figures wall={answer} days={days} isStill={isStill} />
}

function GroundWall() {
  const [location] = useLocation()
  const days = periodFrom(useSearch())
  const { answer, refusal, isStill } = useGround(areaFrom(location))
  if (!answer) return <Waiting refusal={refusal} isStill={isStill} />
  return <Ground coverage={answer} days={days} isStill={isStill} />
}

type WaitingProps = { readonly refusal: Problem | undefined; readonly isStill: boolean }

/** What stands where there are no figures: signed out, refused, cut off, or on the way. */
function Waiting({ refusal, isStill }: WaitingProps) {
  const [location] = useLocation()
  const search = useSearch()
  // The first look of somebody who is not signed in; a wall that was signed out while it hung says so instead.
  const signIn = atDesk(signInUrl(desk.signIn.url(), WALL + location + (search ? `?${search}` : '')))
  if (refusal?.status === 401)
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
  return (
    <Message>
      <p role="status">{isStill ? <Trans>暂时连不上，几秒后自己再试。</Trans> : <Trans>正在打开…</Trans>}</p>
    </Message>
  )
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

/** What every wall does: its name in the window, the arrow keys, and the line that tells what changed. */
function useHanging(name: string): void {
  const { t } = useLingui()
  const title = usePlaceWords()('screen.wall', t`大屏`)
  useAreaKeys()
  useEffect(() => {
    document.title = `${name} · ${title}`
  }, [name, title])
  // The line is whose the figures are: it opens when they first came, and anew after a refusal.
  useEffect(() => {
    startLive()
    return stopLive
  }, [])
}

function Figures({ wall: { figures, shown }, days, isStill }: FiguresProps) {
  const mayList = useMayList()
  useHanging(figures.name)
  const trend = <TrendPanel figures={figures} days={days} />
  return (
    <div className="wall">
      <WallHeader figures={figures} days={days} view="orders" isStill={isStill} />
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

type GroundProps = {
  readonly coverage: Coverage
  readonly days: ReturnType<typeof periodFrom>
  readonly isStill: boolean
}

function Ground({ coverage, days, isStill }: GroundProps) {
  useHanging(coverage.name)
  const moments = coverage.counted.flatMap(({ at }) => at ?? []).sort()
  // What stands still stands since the oldest of its counts.
  const figures = { ...coverage, asOf: moments[0] ?? new Date().toISOString() }
  return (
    <div className="wall">
      <WallHeader figures={figures} days={days} view="ground" isStill={isStill} />
      <main className="wall-main wall-ground">
        <GroundFigures coverage={coverage} />
        <div className="wall-panels" data-areas={coverage.areas.length > 0 || undefined}>
          {coverage.areas.length > 0 && <GroundTable key={coverage.area} coverage={coverage} days={days} />}
          <div className="wall-column">
            <PromisesPanel coverage={coverage} />
            <ReachPanel coverage={coverage} />
          </div>
        </div>
      </main>
    </div>
  )
}
