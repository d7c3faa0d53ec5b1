import { Trans, useLingui } from '@lingui/react/macro'
import type { Words } from '@linli/contract'
import type { Hours, StationView } from '@linli/contract/stations/shapes'
import { WEEKDAYS, type Weekday } from '@linli/contract/stations/words'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { readSpans, writeSpans } from './hoursText.ts'
import { bodyOf, draftOf } from './stationDraft.ts'

const NAMES: Readonly<Record<Weekday, Words>> = {
  monday: { zh: '周一', en: 'Monday' },
  tuesday: { zh: '周二', en: 'Tuesday' },
  wednesday: { zh: '周三', en: 'Wednesday' },
  thursday: { zh: '周四', en: 'Thursday' },
  friday: { zh: '周五', en: 'Friday' },
  saturday: { zh: '周六', en: 'Saturday' },
  sunday: { zh: '周日', en: 'Sunday' },
}
const WORKDAYS: readonly Weekday[] = ['tuesday', 'wednesday', 'thursday', 'friday']

type Day = { readonly day: string; readonly text: string; readonly note: string; readonly place: string }
type Draft = {
  readonly week: Readonly<Record<Weekday, string>>
  readonly holidays: string
  readonly days: readonly Day[]
}

const draftFrom = ({ week, holidays, days }: Hours): Draft => ({
  week: Object.fromEntries(WEEKDAYS.map((day) => [day, writeSpans(week[day])])) as Draft['week'], // one entry a weekday
  holidays: writeSpans(holidays),
  days: days.map(({ day, spans, note, place }) => ({
    day,
    text: writeSpans(spans),
    note: note ?? '',
    place: place ?? '',
  })),
})

type HoursDialogProps = {
  readonly station: StationView
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** 开放时间: the week, public holidays and single days, a line each as one would write it on the door. */
export function HoursDialog({ station, onClose, onSaved }: HoursDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [draft, setDraft] = useState(() => draftFrom(station.hours))
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('changeStation')
  const errors = useFaults(draft)
  const shown = tried ? errors : []
  const setDay = (at: number, some: Partial<Day>) =>
    setDraft({ ...draft, days: draft.days.map((day, n) => (n === at ? { ...day, ...some } : day)) })

  async function save() {
    setTried(true)
    const hours = hoursOf(draft)
    if (errors.length > 0 || !hours) return
    const body = { version: station.version, ...bodyOf(draftOf(station), station.path, hours) }
    if (await send({ params: { id: station.id }, body })) onSaved()
  }

  return (
    <FormDialog
      title={t`开放时间`}
      ok={t`保存`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <Trans>
          照这样写：08:30-12:00 12:00-14:00值班 14:00-17:30。几段用空格隔开；过了半夜写成
          20:00-06:00；不写就是不开。
        </Trans>
      </p>
      {WEEKDAYS.map((day) => (
        <InputField
          key={day}
          field={day}
          label={say(NAMES[day])}
          value={draft.week[day]}
          error={errorOf(shown, day)}
          onChange={(text) => setDraft({ ...draft, week: { ...draft.week, [day]: text } })}
        />
      ))}
      <Button
        onClick={() =>
          setDraft({
            ...draft,
            week: { ...draft.week, ...Object.fromEntries(WORKDAYS.map((day) => [day, draft.week.monday])) },
          })
        }
      >
        <Trans>周二到周五跟周一一样</Trans>
      </Button>
      <InputField
        field="holidays"
        label={<Trans>法定节假日</Trans>}
        hint={<Trans>放假和调休按国家公布的日历，调休上班的周末跟周一一样。</Trans>}
        value={draft.holidays}
        error={errorOf(shown, 'holidays')}
        onChange={(holidays) => setDraft({ ...draft, holidays })}
      />
      {draft.days.map((one, at) => (
        <fieldset key={at} className="desk-field">
          <legend>
            <Trans>单独的一天</Trans>
          </legend>
          <InputField
            field={`day${at}`}
            type="date"
            label={<Trans>哪天</Trans>}
            value={one.day}
            error={errorOf(shown, `day${at}`)}
            onChange={(day) => setDay(at, { day })}
          />
          <InputField
            field={`text${at}`}
            label={<Trans>开放时间</Trans>}
            value={one.text}
            error={errorOf(shown, `text${at}`)}
            onChange={(text) => setDay(at, { text })}
          />
          <InputField
            field={`note${at}`}
            optional
            label={<Trans>为什么</Trans>}
            maxLength={60}
            value={one.note}
            onChange={(note) => setDay(at, { note })}
          />
          {station.kind === 'mobile' && (
            <InputField
              field={`place${at}`}
              optional
              label={<Trans>这天停在哪里</Trans>}
              hint={<Trans>不写就是在驿站的地址。</Trans>}
              maxLength={200}
              value={one.place}
              onChange={(place) => setDay(at, { place })}
            />
          )}
          <Button onClick={() => setDraft({ ...draft, days: draft.days.filter((_, n) => n !== at) })}>
            <Trans>去掉这一天</Trans>
          </Button>
        </fieldset>
      ))}
      <Button
        onClick={() =>
          setDraft({ ...draft, days: [...draft.days, { day: '', text: '', note: '', place: '' }] })
        }
      >
        <Trans>加单独的一天</Trans>
      </Button>
    </FormDialog>
  )
}

function useFaults({ week, holidays, days }: Draft) {
  const { t } = useLingui()
  const wrong = t`看不懂，请写成 08:30-12:00 14:00-17:30`
  const lines = [
    ...WEEKDAYS.map((day) => [day, week[day]] as const),
    ['holidays', holidays] as const,
    ...days.map(({ text }, at) => [`text${at}`, text] as const),
  ]
  const times = days.map(({ day }) => day)
  return [
    ...lines.flatMap(([field, text]) => (readSpans(text) ? [] : [{ field, message: wrong }])),
    ...times.flatMap((day, at) => {
      if (day === '') return [{ field: `day${at}`, message: t`请选哪天` }]
      return times.indexOf(day) === at ? [] : [{ field: `day${at}`, message: t`这一天写了两次` }]
    }),
  ]
}

/** The hours that a draft says; undefined where a line cannot be read. */
function hoursOf({ week, holidays, days }: Draft): Hours | undefined {
  const read = WEEKDAYS.map((day) => [day, readSpans(week[day])] as const)
  const feast = readSpans(holidays)
  const single = days.map(({ day, text, note, place }) => ({
    day,
    spans: readSpans(text),
    note: note.trim(),
    place: place.trim(),
  }))
  if (!feast || read.some(([, spans]) => !spans) || single.some(({ spans }) => !spans)) return undefined
  return {
    week: Object.fromEntries(read.map(([day, spans]) => [day, spans ?? []])) as Hours['week'], // one entry a weekday
    holidays: feast,
    days: single.map(({ day, spans, note, place }) => ({
      day,
      spans: spans ?? [],
      ...(note === '' ? {} : { note }),
      ...(place === '' ? {} : { place }),
    })),
  }
}
