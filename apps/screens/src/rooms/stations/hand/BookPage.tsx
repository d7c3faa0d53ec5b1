import { Trans, useLingui } from '@lingui/react/macro'
import type { SlotView } from '@linli/contract/stations/shapes'
import { useState } from 'react'
import { Button, ChoiceList, Empty, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { dayAfter, dayOf, dayWords, spanWords } from '../days.ts'
import { useSlots } from '../queries.ts'
import { type bookable as bookPage, station } from './addresses.ts'
import { BookDialog } from './BookDialog.tsx'

/** So many days are offered at once. */
const DAYS = 7

/** 预约: pick a time, confirm it; where it is full a place on the waiting list. */
export default function BookPage({ params }: PageProps<typeof bookPage>) {
  const { t } = useLingui()
  const today = dayOf(new Date())
  const [day, setDay] = useState(today)
  const slots = useSlots(params.id, day)
  const title = slots.data?.bookable.name ?? t`预约`
  return (
    <Page title={title} back={{ href: station.url({ slug: params.slug }), label: <Trans>回到这一处</Trans> }}>
      <SignedIn>
        {() => (
          <>
            <DayChoice today={today} day={day} ahead={slots.data?.bookable.daysAhead ?? 0} onPick={setDay} />
            <QueryView query={slots} rows={3}>
              {({ items, station: name, bookable }) => (
                <Times
                  items={items}
                  place={`${name} ${bookable.name}`}
                  bookableId={params.id}
                  day={day}
                  onStale={slots.retry}
                />
              )}
            </QueryView>
          </>
        )}
      </SignedIn>
    </Page>
  )
}

type DayChoiceProps = {
  readonly today: string
  readonly day: string
  readonly ahead: number
  readonly onPick: (day: string) => void
}

function DayChoice({ today, day, ahead, onPick }: DayChoiceProps) {
  const say = useSay()
  const days = Array.from({ length: Math.min(DAYS, ahead + 1) }, (_, n) => dayAfter(today, n))
  return (
    <ChoiceList
      field="day"
      label={<Trans>哪一天</Trans>}
      compact
      choices={days.map((one) => ({ value: one, label: say(dayWords(one, today)) }))}
      value={day}
      onChange={onPick}
    />
  )
}

type TimesProps = {
  readonly items: readonly SlotView[]
  readonly place: string
  readonly bookableId: string
  readonly day: string
  readonly onStale: () => Promise<void>
}

function Times({ items, place, bookableId, day, onStale }: TimesProps) {
  const say = useSay()
  const [picked, setPicked] = useState<SlotView>()
  if (items.length === 0)
    return (
      <Empty title={<Trans>这一天没有能约的时间了</Trans>}>
        <p>
          <Trans>请在上面换一天。</Trans>
        </p>
      </Empty>
    )
  return (
    <section className="stack">
      <h2>
        <Trans>几点来</Trans>
      </h2>
      {items.map((slot) => {
        const { startsAt, endsAt, free, waiting } = slot
        return (
          <Button key={startsAt} look="second" wide onPress={() => setPicked(slot)}>
            <strong>{say(spanWords(startsAt, endsAt))}</strong>{' '}
            {free > 0 ? <Trans>还有 {free} 个位子</Trans> : <Trans>约满了，{waiting} 人候补</Trans>}
          </Button>
        )
      })}
      {picked && (
        <BookDialog
          key={picked.startsAt}
          slot={picked}
          place={place}
          when={`${say(dayWords(day, dayOf(new Date())))} ${say(spanWords(picked.startsAt, picked.endsAt))}`}
          bookableId={bookableId}
          onClose={() => setPicked(undefined)}
          onStale={onStale}
        />
      )}
    </section>
  )
}
