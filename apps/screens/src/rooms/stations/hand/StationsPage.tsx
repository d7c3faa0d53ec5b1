import { Trans, useLingui } from '@lingui/react/macro'
import type { Position, StationCard } from '@linli/contract/stations/shapes'
import { lazy, Suspense, useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import {
  Button,
  CardLink,
  Empty,
  Loading,
  ManyChoiceList,
  Notice,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { useStations } from '../queries.ts'
import { station as stationPage } from './addresses.ts'
import { nearestFirst } from './nearby.ts'
import { OpenMark } from './OpenMark.tsx'
import { useHere } from './useHere.ts'
import './stations.css'

type StationTiles = Answer<'listStations'>['tiles']
type Wish = 'open' | 'stepFree'

/** The map's program comes when somebody asks for it. */
const StationMap = lazy(() => import('./StationMap.tsx'))

/** 驿站: all of them, by area; the nearest first once the person allows it. Opens without an account. */
export default function StationsPage() {
  const { t } = useLingui()
  const word = usePlaceWords()
  const query = useStations()
  const { here, ask } = useHere()
  const [wishes, setWishes] = useState<readonly Wish[]>([])
  const name = word('station.name', t`驿站`)
  const fits = ({ open, stepFree }: StationCard) =>
    (!wishes.includes('open') || open.state !== 'closed') && (!wishes.includes('stepFree') || stepFree)
  return (
    <Page
      title={name}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>歇歇脚、喝口水、办点事，都可以来，不用登录。</Trans>}
    >
      {here.state !== 'known' && (
        <Button look="second" wide busy={here.state === 'asking'} busyWord={t`正在找您的位置…`} onPress={ask}>
          <Trans>找离我最近的</Trans>
        </Button>
      )}
      {here.state === 'refused' && (
        <Notice tone="calm" title={<Trans>没有拿到位置</Trans>}>
          <p>
            <Trans>手机没有允许，或者一时找不到。下面按地方排着，照样可以找。</Trans>
          </p>
        </Notice>
      )}
      <ManyChoiceList<Wish>
        field="wishes"
        label={<Trans>只看</Trans>}
        compact
        choices={[
          { value: 'open', label: <Trans>现在有人的</Trans> },
          { value: 'stepFree', label: <Trans>轮椅进得去的</Trans> },
        ]}
        value={wishes}
        onChange={setWishes}
      />
      <QueryView query={query}>
        {({ items, tiles }) => (
          <Found
            stations={items.filter(fits)}
            tiles={tiles}
            here={here.state === 'known' ? here.position : undefined}
            name={name}
            onAll={wishes.length > 0 ? () => setWishes([]) : undefined}
          />
        )}
      </QueryView>
    </Page>
  )
}

type FoundProps = {
  readonly stations: readonly StationCard[]
  readonly tiles: StationTiles
  readonly here: Position | undefined
  readonly name: string
  readonly onAll: (() => void) | undefined
}

const slugsOf = (stations: readonly StationCard[]): string => stations.map(({ slug }) => slug).join(' ')

function Found({ stations, tiles, here, name, onAll }: FoundProps) {
  const [isMap, setMap] = useState(false)
  const [chosen, setChosen] = useState<string>()
  // The same stations stay the same dots: the map does not go home at every reading.
  const [drawn, setDrawn] = useState(stations)
  if (slugsOf(stations) !== slugsOf(drawn)) setDrawn(stations)
  const shown = nearestFirst(stations, here)
  const pressed = shown.find(({ station }) => station.slug === chosen)
  if (shown.length === 0)
    return (
      <Empty title={<Trans>没有这样的{name}</Trans>}>
        {onAll && (
          <Button look="second" onPress={onAll}>
            <Trans>看全部</Trans>
          </Button>
        )}
      </Empty>
    )
  return (
    <>
      {stations.some(({ position }) => position) && (
        <Button look="second" wide onPress={() => setMap(!isMap)}>
          {isMap ? <Trans>收起地图</Trans> : <Trans>在地图上看</Trans>}
        </Button>
      )}
      {isMap && (
        <Suspense fallback={<Loading />}>
          <StationMap stations={drawn} here={here} tiles={tiles} chosen={chosen} onChoose={setChosen} />
          <div aria-live="polite">
            {pressed ? <Row {...pressed} /> : <Trans>点地图上的圆点，看是哪一个。</Trans>}
          </div>
        </Suspense>
      )}
      <ul className="cards">
        {shown.map(({ station, metres }) => (
          <li key={station.slug}>
            <Row station={station} metres={metres} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ station, metres }: { readonly station: StationCard; readonly metres: number | undefined }) {
  const { slug, name, area, address, open, stepFree, photo } = station
  return (
    <CardLink href={stationPage.url({ slug })} title={name} mark={<OpenMark open={open} />}>
      {metres !== undefined && (
        <>
          <strong>
            <Away metres={metres} />
          </strong>
          <br />
        </>
      )}
      {area}
      <br />
      {address}
      {stepFree && (
        <>
          <br />
          <Trans>轮椅进得去</Trans>
        </>
      )}
      {photo && (
        <img
          className="station-photo"
          src={`/api/stations/at/${slug}/photos/${photo}`}
          alt=""
          loading="lazy"
        />
      )}
    </CardLink>
  )
}

function Away({ metres }: { readonly metres: number }) {
  if (metres < 950) {
    const rounded = Math.max(50, Math.round(metres / 50) * 50)
    return <Trans>直线约 {rounded} 米</Trans>
  }
  const kilometres = (metres / 1000).toFixed(1)
  return <Trans>直线约 {kilometres} 公里</Trans>
}
