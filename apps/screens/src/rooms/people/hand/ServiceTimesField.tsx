import { Trans, useLingui } from '@lingui/react/macro'
import { WEEKDAYS } from '@linli/contract/people/words'
import { Button, ManyChoiceList } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { ServiceTime } from './serviceTimes.ts'

export type ServiceTimesFieldProps = {
  readonly times: readonly ServiceTime[]
  readonly onChange: (times: readonly ServiceTime[]) => void
}

const NEW_TIME: ServiceTime = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }
const CLOCK = Array.from({ length: 25 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

/** When somebody wants to be asked: as many times as they like, none means any time by day. */
export function ServiceTimesField({ times, onChange }: ServiceTimesFieldProps) {
  const put = (index: number, change: Partial<ServiceTime>) =>
    onChange(times.map((time, at) => (at === index ? { ...time, ...change } : time)))
  return (
    <fieldset className="field stack" id="field-hours">
      <legend className="field-label">
        <Trans>什么时候方便</Trans>
      </legend>
      {times.length === 0 && (
        <p>
          <Trans>没有限定时间：白天有单就会告诉您。</Trans>
        </p>
      )}
      {times.map((time, index) => (
        <OneTime
          key={index}
          index={index}
          time={time}
          onChange={(change) => put(index, change)}
          onRemove={() => onChange(times.filter((_, at) => at !== index))}
        />
      ))}
      <Button look="second" icon="plus" onPress={() => onChange([...times, NEW_TIME])}>
        <Trans>加一段时间</Trans>
      </Button>
    </fieldset>
  )
}

type OneTimeProps = {
  readonly index: number
  readonly time: ServiceTime
  readonly onChange: (change: Partial<ServiceTime>) => void
  readonly onRemove: () => void
}

function OneTime({ index, time, onChange, onRemove }: OneTimeProps) {
  const { t } = useLingui()
  const say = useSay()
  const number = index + 1
  const days = [1, 2, 3, 4, 5, 6, 7] as const
  const clocks = (own: string) => (CLOCK.includes(own) ? CLOCK : [...CLOCK, own].sort())
  return (
    <div className="card">
      <ManyChoiceList
        field={`days-${number}`}
        label={<Trans>第 {number} 段时间：哪几天</Trans>}
        compact
        value={time.days.map(String)}
        onChange={(chosen) => onChange({ days: chosen.map(Number).sort((one, other) => one - other) })}
        choices={days.map((day) => ({ value: String(day), label: say(WEEKDAYS[day]) }))}
      />
      <div className="row">
        <ClockSelect
          label={t`从几点`}
          value={time.from}
          clocks={clocks(time.from).filter((clock) => clock !== '24:00')}
          onChange={(from) => onChange({ from })}
        />
        <ClockSelect
          label={t`到几点`}
          value={time.to}
          clocks={clocks(time.to)}
          onChange={(to) => onChange({ to })}
        />
      </div>
      <Button look="quiet" onPress={onRemove}>
        <Trans>去掉第 {number} 段</Trans>
      </Button>
    </div>
  )
}

type ClockSelectProps = {
  readonly label: string
  readonly value: string
  readonly clocks: readonly string[]
  readonly onChange: (clock: string) => void
}

function ClockSelect({ label, value, clocks, onChange }: ClockSelectProps) {
  return (
    <label className="min-w-28 flex-1">
      <span className="field-label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {clocks.map((clock) => (
          <option key={clock}>{clock}</option>
        ))}
      </select>
    </label>
  )
}
