import { Trans, useLingui } from '@lingui/react/macro'
import type { RosterShift } from '@linli/contract/duties/shapes'
import type { RosterPurpose } from '@linli/contract/duties/words'
import type { StationView } from '@linli/contract/stations/shapes'
import { Input } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import {
  leastPeople,
  PLANS,
  postsOf,
  SHIFT_PLAN_WORDS,
  SHIFT_PLANS,
  type ShiftPlan,
  STATION_PLANS,
} from './rosterDraft.ts'
import { stationShifts } from './stationShifts.ts'

type OpenRosterDialogProps = {
  readonly purpose: RosterPurpose
  readonly onClose: () => void
  readonly onOpened: (id: string) => void
}

const EMPTY = {
  title: '',
  reason: '',
  purpose: 'crisis' as RosterPurpose,
  plan: 'three' as ShiftPlan,
  path: undefined as string | undefined,
  fromOn: '',
  toOn: '',
  restHours: '11',
  weekHours: '40',
  posts: '',
  tasks: '',
}
type Draft = typeof EMPTY
const CRISIS_DAYS = 6
const dayFrom = (ahead: number): string =>
  new Date(Date.now() + (8 + ahead * 24) * 3600_000).toISOString().slice(0, 10)

/** A new roster: purpose, days, shifts, and the posts as one types or pastes them. */
export function OpenRosterDialog({ purpose, onClose, onOpened }: OpenRosterDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...EMPTY,
    purpose,
    // In an emergency today counts; what is usual at a gate is there to be changed.
    ...(purpose === 'crisis'
      ? {
          fromOn: dayFrom(0),
          toOn: dayFrom(CRISIS_DAYS),
          tasks: t`登记出入，解答询问；有情况先打电话，再记日志`,
        }
      : {}),
  }))
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('openRoster')
  const [slug, setSlug] = useState<string>()
  const stations = useRead('listStations', { query: draft.path === undefined ? {} : { area: draft.path } })
  const station = useRead('getStation', slug === undefined ? undefined : { params: { slug } })
  const shifts = shiftsOf(draft.plan, station.data)
  const people = postsOf(draft.posts, '').posts.reduce((sum, { needed }) => sum + needed, 0)
  const least = leastPeople(people, shifts, Number(draft.weekHours), Number(draft.restHours))
  const errors = [
    ...useErrors(draft),
    ...(shifts.length === 0
      ? [{ field: 'station', message: t`这个驿站还没有值班时间，请先改它的开放时间，或另选班次` }]
      : []),
  ]
  const shown = tried ? errors : []
  const set =
    <K extends keyof Draft>(key: K) =>
    (value: Draft[K]) =>
      setDraft((now) => ({ ...now, [key]: value }))

  async function open() {
    setTried(true)
    const { path, plan: _, posts, tasks, restHours, weekHours, reason, ...rest } = draft
    if (errors.length > 0 || path === undefined) return
    const body = {
      ...rest,
      id,
      path,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      restHours: Number(restHours),
      weekHours: Number(weekHours),
      shifts,
      ...(station.data && slug !== undefined ? { stationId: station.data.id } : {}),
      posts: postsOf(posts, tasks.trim()).posts,
    }
    if (await send({ body })) onOpened(id)
  }

  const line = (field: 'title' | 'reason' | 'fromOn' | 'toOn' | 'restHours' | 'weekHours') => ({
    field,
    value: draft[field],
    error: errorOf(shown, field),
    onChange: set(field),
  })
  return (
    <FormDialog
      title={purpose === 'crisis' ? t`发起应急动员` : t`新建排班`}
      ok={t`建立`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <InputField {...line('title')} label={<Trans>名称</Trans>} maxLength={60} />
      <InputField
        {...line('reason')}
        label={<Trans>为什么</Trans>}
        hint={<Trans>被问到的人会看到，一句话就行。</Trans>}
        optional={purpose === 'duty'}
        maxLength={300}
      />
      <AreaPick
        field="path"
        label={<Trans>范围</Trans>}
        path={draft.path}
        error={errorOf(shown, 'path')}
        onPick={set('path')}
      />
      {draft.path !== undefined && (stations.data?.items.length ?? 0) > 0 && (
        <SelectField
          field="station"
          optional
          label={<Trans>是哪个驿站的班</Trans>}
          hint={<Trans>选了驿站，班次就按它的午间、周末和节假日时间来，驿站页上会写有人值班。</Trans>}
          options={(stations.data?.items ?? []).map(({ slug: value, name }) => ({ value, label: name }))}
          value={slug}
          error={errorOf(shown, 'station')}
          onChange={(value) => {
            setSlug(value)
            set('plan')(value === undefined ? 'three' : 'station')
          }}
        />
      )}
      <InputField {...line('fromOn')} type="date" label={<Trans>从哪天</Trans>} />
      <InputField {...line('toOn')} type="date" label={<Trans>到哪天</Trans>} />
      <ChoiceField
        field="plan"
        label={<Trans>班次</Trans>}
        value={draft.plan}
        options={(slug === undefined ? PLANS : STATION_PLANS).map((value) => ({
          value,
          label: say(SHIFT_PLAN_WORDS[value]),
        }))}
        onChange={(value) => set('plan')(STATION_PLANS.find((plan) => plan === value) ?? 'three')}
      />
      <InputField
        {...line('restHours')}
        inputMode="numeric"
        label={<Trans>两班之间至少休息（小时）</Trans>}
      />
      <InputField {...line('weekHours')} inputMode="numeric" label={<Trans>每人每周最多（小时）</Trans>} />
      <DeskField
        field="posts"
        label={<Trans>岗位</Trans>}
        hint={<Trans>一行一个：岗位、地点、每班人数，用逗号隔开；也可以从表格里粘贴。</Trans>}
        error={errorOf(shown, 'posts')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={6}
            value={draft.posts}
            onChange={(event) => set('posts')(event.target.value)}
          />
        )}
      </DeskField>
      {people > 0 && shifts.length > 0 && (
        <p role="status">
          <Trans>
            每班 {people} 人；按每人每周最多 {draft.weekHours} 小时、两班之间休息够，至少要 {least} 人答应。
          </Trans>
        </p>
      )}
      <DeskField field="tasks" label={<Trans>职责和标准</Trans>} error={errorOf(shown, 'tasks')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={draft.tasks}
            onChange={(event) => set('tasks')(event.target.value)}
          />
        )}
      </DeskField>
    </FormDialog>
  )
}

/** The shifts of a plan; none while the station that they come from is not read, or has none. */
const shiftsOf = (plan: ShiftPlan, station: StationView | undefined): RosterShift[] =>
  plan === 'station' ? (station ? stationShifts(station.hours) : []) : [...SHIFT_PLANS[plan]]

/** What is missing or cannot be read, in words. */
function useErrors(draft: Draft): { field: string; message: string }[] {
  const { t } = useLingui()
  const { posts, wrong } = postsOf(draft.posts, draft.tasks)
  const lines = wrong.slice(0, 5).join(t`、`)
  const isHours = (text: string, least: number, most: number) =>
    /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most
  const checks: (readonly [field: string, holds: boolean, message: string])[] = [
    ['title', draft.title.trim() !== '', t`请填名称`],
    ['reason', draft.purpose === 'duty' || draft.reason.trim() !== '', t`请写一句为什么，被问到的人会看到`],
    ['path', draft.path !== undefined, t`请选范围`],
    ['fromOn', draft.fromOn !== '', t`请选从哪天`],
    ['toOn', draft.toOn !== '' && draft.toOn >= draft.fromOn, t`请选到哪天，不早于开始`],
    ['restHours', isHours(draft.restHours, 0, 48), t`休息请填 0 到 48 小时`],
    ['weekHours', isHours(draft.weekHours, 1, 168), t`每周请填 1 到 168 小时`],
    ['posts', wrong.length === 0, t`第 ${lines} 行看不懂，请写成“岗位，地点，人数”`],
    ['posts', wrong.length > 0 || posts.length > 0, t`请至少写一个岗位`],
    ['posts', posts.length <= 400, t`岗位最多四百个，请分成几张表`],
    ['tasks', draft.tasks.trim() !== '', t`请写职责和标准，值班的人会看到`],
  ]
  return checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
}
