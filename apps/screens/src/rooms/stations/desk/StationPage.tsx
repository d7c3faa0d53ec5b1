import { Trans, useLingui } from '@lingui/react/macro'
import type { BookableView, StationView } from '@linli/contract/stations/shapes'
import { BOOKABLE_KINDS } from '@linli/contract/stations/words'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { DeskPage, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { dayOf, dayWords, spanWords } from '../days.ts'
import { sheet, type station as stationPage, stations } from './addresses.ts'
import { BookableDialog } from './BookableDialog.tsx'
import { DayBookings } from './DayBookings.tsx'
import { HoursDialog } from './HoursDialog.tsx'
import { LendingPanel } from './LendingPanel.tsx'
import { openWords } from './openWords.ts'
import { QueuePanel } from './QueuePanel.tsx'
import { StationDialog } from './StationDialog.tsx'

type Open =
  | { readonly step: 'change' | 'hours' | 'add' | 'close' }
  | { readonly step: 'end'; readonly thing: BookableView }

/** One station: its hours as they will be, what can be booked, and who comes today. */
export default function StationPage({ params }: PageProps<typeof stationPage>) {
  const { t } = useLingui()
  const read = useRead('getStation', { params: { slug: params.slug } })
  return (
    <DeskPage
      title={read.data?.name ?? t`驿站`}
      back={{ href: stations.url(), label: <Trans>驿站</Trans> }}
      lead={read.data?.address}
    >
      <ReadView read={read}>
        {(station) => <Station station={station} onChanged={() => void read.refetch()} />}
      </ReadView>
    </DeskPage>
  )
}

function Station({ station, onChanged }: { readonly station: StationView; readonly onChanged: () => void }) {
  const say = useSay()
  const [, go] = useLocation()
  const mayChange = useHolds('regionAdmin')
  const maySeeBookings = useHolds('regionAdmin', 'intake')
  const [open, setOpen] = useState<Open>()
  const [done, setDone] = useState<ReactNode>()
  const close = () => setOpen(undefined)
  const finish = (words: ReactNode) => {
    close()
    setDone(words)
    onChanged()
  }
  return (
    <>
      <Saved>{done}</Saved>
      <p>
        <strong>{say(openWords(station.open))}</strong>
      </p>
      {mayChange && (
        <div className="desk-row">
          <Button onClick={() => setOpen({ step: 'hours' })}>
            <Trans>改开放时间</Trans>
          </Button>
          <Button onClick={() => setOpen({ step: 'change' })}>
            <Trans>修改资料</Trans>
          </Button>
          <Button onClick={() => setOpen({ step: 'add' })}>
            <Trans>添加可约项目</Trans>
          </Button>
          <Button danger onClick={() => setOpen({ step: 'close' })}>
            <Trans>撤销驿站</Trans>
          </Button>
        </div>
      )}
      {maySeeBookings && (
        <div className="desk-row">
          <Link href={sheet.url({ slug: station.slug })}>
            <Trans>打印二维码</Trans>
          </Link>
        </div>
      )}
      {maySeeBookings && <QueuePanel station={station} />}
      {maySeeBookings && <LendingPanel station={station} mayChange={mayChange} />}
      {maySeeBookings && <DayBookings station={station} />}
      <Week station={station} />
      <Things
        things={station.bookables}
        onEnd={mayChange ? (thing) => setOpen({ step: 'end', thing }) : undefined}
      />
      {open?.step === 'hours' && (
        <HoursDialog
          station={station}
          onClose={close}
          onSaved={() => finish(<Trans>开放时间已保存。已经约好的不会自动改，请在下面核对。</Trans>)}
        />
      )}
      {open?.step === 'change' && (
        <StationDialog station={station} onClose={close} onSaved={() => finish(<Trans>已保存。</Trans>)} />
      )}
      {open?.step === 'add' && (
        <BookableDialog
          stationId={station.id}
          onClose={close}
          onAdded={() => finish(<Trans>已添加，居民现在就能约。</Trans>)}
        />
      )}
      {open?.step === 'end' && (
        <EndThing
          thing={open.thing}
          onClose={close}
          onEnded={() => finish(<Trans>已停止预约，约了的人都收到了通知。</Trans>)}
        />
      )}
      {open?.step === 'close' && (
        <EndStation station={station} onClose={close} onEnded={() => go(stations.url())} />
      )}
    </>
  )
}

function Week({ station }: { readonly station: StationView }) {
  const say = useSay()
  const today = dayOf(new Date())
  return (
    <Panel title={<Trans>这几天的开放时间</Trans>}>
      <ul className="plain-list">
        {station.days.map(({ day, spans, holiday, note, place }) => (
          <li key={day}>
            {say(dayWords(day, today))} {holiday && say(holiday)} {note} {place}{' '}
            {spans.length === 0 && <Trans>不开</Trans>}
            {spans.map(({ from, to, duty }) => (
              <span key={from}>
                {say(spanWords(from, to))}
                {duty && <Trans>值班</Trans>}{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type ThingsProps = {
  readonly things: readonly BookableView[]
  readonly onEnd: ((thing: BookableView) => void) | undefined
}

function Things({ things, onEnd }: ThingsProps) {
  const say = useSay()
  if (things.length === 0) return null
  return (
    <Panel title={<Trans>可以约的</Trans>}>
      <ul className="plain-list">
        {things.map((thing) => {
          const { id, kind, name, minutes, seats, daysAhead } = thing
          return (
            <li key={id}>
              <strong>{name}</strong> {say(BOOKABLE_KINDS[kind])}{' '}
              <Trans>
                一次 {minutes} 分钟，{seats} 个名额，可提前 {daysAhead} 天
              </Trans>{' '}
              {onEnd && (
                <Button onClick={() => onEnd(thing)}>
                  <Trans>停止预约</Trans>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

type EndProps = { readonly onClose: () => void; readonly onEnded: () => void }

function EndThing({ thing, onClose, onEnded }: EndProps & { readonly thing: BookableView }) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('closeBookable')
  const { name } = thing
  async function end() {
    if (await send({ params: { id: thing.id } })) onEnded()
  }
  return (
    <FormDialog
      title={t`停止预约：${name}`}
      ok={t`停止预约`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <p>
        <Trans>以后的预约全部取消，系统马上通知约了的人。</Trans>
      </p>
    </FormDialog>
  )
}

function EndStation({ station, onClose, onEnded }: EndProps & { readonly station: StationView }) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('closeStation')
  const { name } = station
  async function end() {
    if (await send({ params: { id: station.id }, body: { version: station.version } })) onEnded()
  }
  return (
    <FormDialog
      title={t`撤销：${name}`}
      ok={t`撤销驿站`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <p>
        <Trans>居民马上看不到它，以后的预约全部取消并通知约了的人。撤销后不能恢复。</Trans>
      </p>
    </FormDialog>
  )
}
