import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { ChangeDutyDialog } from './ChangeDutyDialog.tsx'
import { FewAtOnce } from './FewAtOnce.tsx'
import { FillPlaceDialog } from './FillPlaceDialog.tsx'
import { GateCard } from './GateCard.tsx'
import { type Duty, type Gate, gatesOf, isAhead, isFound, shiftAt } from './gates.ts'
import { HoursDialog } from './HoursDialog.tsx'

type Roster = Answer<'getRoster'>

/** 值班表: one shift of one day, post by post; those with too few come first. @param today the day to open with */
export function DayDuties({ roster, today }: { readonly roster: Roster; readonly today: string }) {
  const { t } = useLingui()
  const [day, setDay] = useState(today)
  const [chosen, setChosen] = useState<string>()
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day)
  const input = isDay ? { params: { id: roster.id }, query: { day } } : undefined
  const read = useRead('listDuties', input, ['duties.'])
  const isFree = roster.freeDays.includes(day)
  const shifts = roster.shifts.filter(({ on }) => on === undefined || (on === 'freeDay') === isFree)
  const shift = shifts.find(({ key }) => key === chosen)?.key ?? shiftAt(shifts, day, Date.now())
  return (
    <Panel title={<Trans>值班表</Trans>}>
      <div className="gate-fields">
        <InputField field="day" type="date" label={<Trans>哪天</Trans>} value={day} onChange={setDay} />
        {shifts.length > 1 && (
          <SelectField
            field="shift"
            label={<Trans>哪一班</Trans>}
            options={shifts.map(({ key, name, start }) => ({ value: key, label: t`${name}，${start} 起` }))}
            value={shift}
            onChange={setChosen}
          />
        )}
      </div>
      <ReadView read={read}>
        {({ items }) => (
          <Gates
            key={`${day} ${shift}`}
            roster={roster}
            place={fillable(roster, shifts, day, shift)}
            gates={gatesOf(roster.posts, items, shift, roster.purpose === 'crisis' ? Date.now() : undefined)}
            onChanged={() => void read.refetch()}
          />
        )}
      </ReadView>
    </Panel>
  )
}

/** The shift of a day, where somebody may be put on still. */
function fillable({ state, fromOn, toOn }: Roster, shifts: Roster['shifts'], day: string, key: string) {
  const shift = shifts.find((one) => one.key === key)
  const isOpen = state === 'accepted' && fromOn <= day && day <= toOn
  return isOpen && shift && isAhead(shift, day, Date.now()) ? { day, shift: key } : undefined
}

type GatesProps = {
  readonly roster: Roster
  readonly place: { readonly day: string; readonly shift: string } | undefined
  readonly gates: readonly Gate[]
  readonly onChanged: () => void
}

function Gates({ roster, place, gates, onChanged }: GatesProps) {
  const [typed, setTyped] = useState('')
  const [isShort, setShort] = useState(false)
  const [changing, setChanging] = useState<Duty>()
  const [confirming, setConfirming] = useState<Duty>()
  const [filling, setFilling] = useState<Gate['post']>()
  const placed = gates.reduce((sum, { duties }) => sum + duties.length, 0)
  if (placed === 0 && !place) return <EmptyState title={<Trans>这一班没有排人</Trans>} />
  const found = gates.filter(
    ({ post, missing, absent }) => isFound(post, typed) && (!isShort || missing + absent > 0),
  )
  const done = () => {
    setChanging(undefined)
    setConfirming(undefined)
    setFilling(undefined)
    onChanged()
  }
  return (
    <>
      <Tally gates={gates} placed={placed} />
      {gates.length > 1 && (
        <div className="gate-fields">
          <InputField
            field="gate"
            type="search"
            label={<Trans>找岗位</Trans>}
            hint={<Trans>岗位或地点的几个字</Trans>}
            value={typed}
            onChange={setTyped}
          />
          <TickField
            field="short"
            label={<Trans>只看缺人的岗位</Trans>}
            value={isShort}
            onChange={setShort}
          />
        </div>
      )}
      {found.length === 0 && <EmptyState title={<Trans>没有这样的岗位</Trans>} />}
      <FewAtOnce items={found}>
        {(gate) => (
          <GateCard
            key={gate.post.id}
            gate={gate}
            onChange={setChanging}
            onConfirm={setConfirming}
            onDone={onChanged}
            onFill={place && (() => setFilling(gate.post))}
          />
        )}
      </FewAtOnce>
      {changing && (
        <ChangeDutyDialog
          rosterId={roster.id}
          duty={changing}
          onDone={done}
          onClose={() => setChanging(undefined)}
        />
      )}
      {filling && place && (
        <FillPlaceDialog
          rosterId={roster.id}
          post={filling}
          {...place}
          onDone={done}
          onClose={() => setFilling(undefined)}
        />
      )}
      {confirming && <HoursDialog duty={confirming} onDone={done} onClose={() => setConfirming(undefined)} />}
    </>
  )
}

function Tally({ gates, placed }: { readonly gates: readonly Gate[]; readonly placed: number }) {
  const needed = gates.reduce((sum, { post }) => sum + post.needed, 0)
  const short = gates.filter(({ missing }) => missing > 0).length
  const absent = gates.reduce((sum, gate) => sum + gate.absent, 0)
  return (
    <p role="status">
      <Trans>
        这一班 {gates.length} 个岗位要 {needed} 人，排了 {placed} 人。
      </Trans>{' '}
      {short > 0 && <Trans>{short} 个岗位缺人，排在最前。</Trans>}{' '}
      {absent > 0 && <Trans>{absent} 人还没签到。</Trans>}
    </p>
  )
}
