import { Trans, useLingui } from '@lingui/react/macro'
import type { DayHours, MapLinks, StationView } from '@linli/contract/stations/shapes'
import { BOOKABLE_KINDS, STATION_KINDS } from '@linli/contract/stations/words'
import { Problem } from '../../../kit/failure.ts'
import {
  ButtonLink,
  Card,
  CardLink,
  Empty,
  Facts,
  Page,
  PhoneLink,
  QueryView,
  StatusMark,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { dayOf, dayWords, spanWords } from '../days.ts'
import { useStation, useStations } from '../queries.ts'
import { bookable as bookPage, help, type station as stationPage, stations } from './addresses.ts'
import { DutyToday } from './DutyToday.tsx'
import { Errands } from './Errands.tsx'
import { NumberCard } from './NumberCard.tsx'
import { OpenMark } from './OpenMark.tsx'

/** One station: whether somebody is there, how to get there, what there is, what can be booked. Its printed code leads here. */
export default function StationPage({ params }: PageProps<typeof stationPage>) {
  const { t } = useLingui()
  const word = usePlaceWords()
  const query = useStation(params.slug)
  const kind = word('station.name', t`驿站`)
  const isGone = query.data === undefined && query.error instanceof Problem && query.error.status === 404
  return (
    <Page title={query.data?.name ?? kind} back={{ href: stations.url(), label: kind }}>
      {isGone ? (
        <div role="alert">
          <Empty title={<Trans>这里没有找到，可能已经撤销了</Trans>}>
            <p>
              <Trans>网址少抄了几个字也会这样。别的地方照样可以去：</Trans>
            </p>
            <ButtonLink href={stations.url()}>
              <Trans>看看都有哪些</Trans>
            </ButtonLink>
          </Empty>
        </div>
      ) : (
        <QueryView query={query}>
          {(station) => (
            <>
              <ButtonLink href={help.url({ slug: params.slug })} wide>
                <Trans>在这里求助</Trans>
              </ButtonLink>
              <Errands station={station} />
              <Where station={station} />
              <NumberCard station={station} />
              <DutyToday slug={params.slug} />
              {station.bookables.length > 0 && <ToBook station={station} />}
              <Week days={station.days} />
              <Offers station={station} />
              <a
                className="button button-second button-wide"
                href={`/api/stations/at/${params.slug}/calendar`}
              >
                <span>
                  <Trans>把开放时间放进手机日历</Trans>
                </span>
              </a>
            </>
          )}
        </QueryView>
      )}
    </Page>
  )
}

function Where({ station }: { readonly station: StationView }) {
  const say = useSay()
  const { slug, kind, area, address, open, phone, links, from, to, photos } = station
  return (
    <Card>
      <p>
        <OpenMark open={open} />
      </p>
      <Facts
        facts={[
          [<Trans key="address">地址</Trans>, address],
          ...(area ? [[<Trans key="area">属于</Trans>, area] as const] : []),
          ...(kind === 'mobile' && from && to
            ? [
                [
                  say(STATION_KINDS.mobile),
                  <Trans key="value">
                    {say(momentWords(from))} 到 {say(momentWords(to))}
                  </Trans>,
                ] as const,
              ]
            : []),
        ]}
      />
      {phone && <PhoneLink phone={phone} />}
      {links && <Ways links={links} />}
      <Pictures slug={slug} ids={photos} />
    </Card>
  )
}

/** What the place looks like from outside, to know it by. */
function Pictures({ slug, ids }: { readonly slug: string; readonly ids: readonly string[] }) {
  const { t } = useLingui()
  if (ids.length === 0) return null
  return (
    <div className="timeline-photos">
      {ids.map((id, index) => {
        const address = `/api/stations/at/${slug}/photos/${id}`
        const number = index + 1
        return (
          <a key={id} href={address}>
            <img src={address} alt={t`第 ${number} 张照片`} loading="lazy" />
          </a>
        )
      })}
    </div>
  )
}

/** One press opens the person's own map at the station. */
function Ways({ links }: { readonly links: MapLinks }) {
  const ways = [
    [links.amap, <Trans key="amap">高德地图</Trans>],
    [links.tencent, <Trans key="tencent">腾讯地图</Trans>],
    [links.baidu, <Trans key="baidu">百度地图</Trans>],
    [links.geo, <Trans key="geo">手机自带地图</Trans>],
  ] as const
  return (
    <section className="stack">
      <h2>
        <Trans>怎么走</Trans>
      </h2>
      {ways.map(([href, label]) => (
        <a key={href} className="button button-second button-wide" href={href} rel="noreferrer">
          <span>{label}</span>
        </a>
      ))}
    </section>
  )
}

function ToBook({ station }: { readonly station: StationView }) {
  const say = useSay()
  return (
    <section className="stack">
      <h2>
        <Trans>可以预约</Trans>
      </h2>
      <ul className="cards">
        {station.bookables.map(({ id, kind, name, minutes }) => (
          <li key={id}>
            <CardLink href={bookPage.url({ slug: station.slug, id })} title={name}>
              {say(BOOKABLE_KINDS[kind])} · <Trans>一次 {minutes} 分钟</Trans>
            </CardLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Week({ days }: { readonly days: readonly DayHours[] }) {
  const say = useSay()
  const today = dayOf(new Date())
  return (
    <Card title={<Trans>这几天的开放时间</Trans>}>
      <Facts
        facts={days.map((day) => [say(dayWords(day.day, today)), <DayLine key={day.day} day={day} />])}
      />
    </Card>
  )
}

function DayLine({ day }: { readonly day: DayHours }) {
  const say = useSay()
  const { spans, holiday, note, place } = day
  return (
    <>
      {holiday && <span className="block">{say(holiday)}</span>}
      {note && <span className="block">{note}</span>}
      {place && <span className="block">{place}</span>}
      {spans.length === 0 && <Trans>不开</Trans>}
      {spans.map(({ from, to, duty }) => (
        <span key={from} className="block">
          {say(spanWords(from, to))}
          {duty && (
            <>
              {' '}
              <Trans>值班</Trans>
            </>
          )}
        </span>
      ))}
    </>
  )
}

/** What there is, and whether a wheelchair gets in: said either way, so that nobody comes in vain. */
function Offers({ station }: { readonly station: StationView }) {
  const { t } = useLingui()
  const say = useSay()
  const { data } = useStations()
  const named = station.facilities.flatMap((key) => data?.facilities.find((one) => one.key === key) ?? [])
  return (
    <Card title={<Trans>这里有</Trans>}>
      <p>
        {station.stepFree ? (
          <StatusMark tone="done" word={t`没有台阶，轮椅进得去`} />
        ) : (
          <StatusMark tone="still" word={t`有台阶，轮椅进不去`} />
        )}
      </p>
      {station.lendables.length > 0 && (
        <p>
          <Trans>可以借：</Trans>
          {station.lendables
            .map(({ name, free }) => (free > 0 ? t`${name}（还有 ${free} 件）` : t`${name}（都借出去了）`))
            .join(t`、`)}
        </p>
      )}
      {named.length > 0 && <p>{named.map(({ name }) => say(name)).join(t`、`)}</p>}
    </Card>
  )
}
