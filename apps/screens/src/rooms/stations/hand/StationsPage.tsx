import { Trans, useLingui } from '@lingui/react/macro'
import type { StationCard } from '@linli/contract/stations/shapes'
import { useState } from 'react'
import { Button, CardLink, Empty, ManyChoiceList, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { useStations } from '../queries.ts'
import { station as stationPage } from './addresses.ts'
import { nearestFirst } from './nearby.ts'
import { OpenMark } from './OpenMark.tsx'
import { useHere } from './useHere.ts'

type Wish = 'open' | 'stepFree'

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
        {({ items }) => {
          const shown = nearestFirst(items.filter(fits), here.state === 'known' ? here.position : undefined)
          return shown.length === 0 ? (
            <Empty title={<Trans>没有这样的{name}</Trans>}>
              {wishes.length > 0 && (
                <Button look="second" onPress={() => setWishes([])}>
                  <Trans>看全部</Trans>
                </Button>
              )}
            </Empty>
          ) : (
            <ul className="cards">
              {shown.map(({ station, metres }) => (
                <li key={station.slug}>
                  <Row station={station} metres={metres} />
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
    </Page>
  )
}

function Row({ station, metres }: { readonly station: StationCard; readonly metres: number | undefined }) {
  const { slug, name, area, address, open } = station
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
