import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import {
  Button,
  ButtonLink,
  ChoiceList,
  ErrorSummary,
  ManyChoiceList,
  Notice,
  TextField,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { AreaChoice } from '../../places/hand/AreaChoice.tsx'
import type { PickedPlace } from '../../places/hand/pickedPlace.ts'
import { ServiceTimesField } from './ServiceTimesField.tsx'
import { hoursOf, isSensible, type ServiceTime, timesOf } from './serviceTimes.ts'

type Me = Answer<'getMe'>

export type HelpingFormProps = {
  readonly me: Me
  readonly place: Answer<'getPlace'>
  readonly onSaved: () => Promise<void>
}

type Settings = {
  readonly serves: PickedPlace | null
  readonly skills: readonly string[]
  readonly quota: string
  readonly night: boolean
  readonly points: boolean
  readonly times: readonly ServiceTime[]
  readonly leaveUntil: string
}

const home = (me: Me): PickedPlace | null =>
  me.path === null ? null : { path: me.path, name: me.areaName ?? me.path }

/** What the form begins with: one's settings, or for a newcomer home, by day, without points until asked for. */
function settingsOf({ helper, ...me }: Me, usualQuota: number): Settings {
  if (helper === null) {
    const serves = home({ helper, ...me })
    return {
      serves,
      skills: [],
      quota: String(usualQuota),
      night: false,
      points: false,
      times: [],
      leaveUntil: '',
    }
  }
  return {
    serves: { path: helper.servesPath, name: helper.servesName },
    skills: helper.skills.map(({ skill }) => skill),
    quota: String(helper.quota),
    night: helper.nightEmergencies,
    points: helper.pointsOptIn,
    times: timesOf(helper.hours),
    leaveUntil: helper.onLeaveUntil ?? '',
  }
}

const bodyOf = (settings: Settings, servesPath: string) => ({
  servesPath,
  skills: [...settings.skills],
  quota: Number(settings.quota),
  nightEmergencies: settings.night,
  pointsOptIn: settings.points,
  hours: hoursOf(settings.times),
})

/** Joins as a helper, or changes a helper's settings: the same questions. */
export function HelpingForm({ me, place, onSaved }: HelpingFormProps) {
  const { t } = useLingui()
  const [settings, setSettings] = useState(() => settingsOf(me, place.helperQuota))
  const [checked, setChecked] = useState(false)
  const [saved, setSaved] = useState(false)
  const joining = useCommand('joinAsHelper')
  const updating = useCommand('updateMyHelperSettings')
  const isNew = me.helper === null
  const change = (some: Partial<Settings>) => {
    setSaved(false)
    setSettings((before) => ({ ...before, ...some }))
  }
  const errors = [
    ...(settings.serves === null ? [{ field: 'servesPath', message: t`请选在哪一带帮忙` }] : []),
    ...(settings.times.every(isSensible)
      ? []
      : [{ field: 'hours', message: t`每一段时间至少选一天，而且结束要晚于开始` }]),
  ]
  const shown = checked ? errors : []

  async function save(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (errors.length > 0 || settings.serves === null) return
    const body = bodyOf(settings, settings.serves.path)
    const answer = isNew
      ? await joining.send({ body })
      : await updating.send({ body: { ...body, onLeaveUntil: settings.leaveUntil || null } })
    if (!answer) return
    setSaved(true)
    await onSaved()
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary errors={shown} failure={joining.failure ?? updating.failure} />
      <AreaChoice
        field="servesPath"
        label={<Trans>在哪一带帮忙</Trans>}
        value={settings.serves}
        onChange={(serves) => change({ serves })}
        error={errorOf(shown, 'servesPath')}
      />
      <SkillChoice me={me} place={place} value={settings.skills} onChange={(skills) => change({ skills })} />
      <ChoiceList
        field="quota"
        label={<Trans>手上最多同时有几单</Trans>}
        compact
        value={settings.quota}
        onChange={(quota) => change({ quota })}
        choices={quotas(settings.quota).map((count) => ({ value: count, label: <Trans>{count} 单</Trans> }))}
      />
      <ServiceTimesField times={settings.times} onChange={(times) => change({ times })} />
      <ManyChoiceList
        field="more"
        label={<Trans>还有</Trans>}
        value={[...(settings.night ? ['night'] : []), ...(settings.points ? ['points'] : [])]}
        onChange={(chosen) => change({ night: chosen.includes('night'), points: chosen.includes('points') })}
        choices={[
          {
            value: 'night',
            label: <Trans>夜里的急单也可以找我</Trans>,
            hint: <Trans>晚上 9 点到早上 7 点，只有急事</Trans>,
          },
          {
            value: 'points',
            label: <Trans>参加积分</Trans>,
            hint: <Trans>帮了忙记积分，随时可以不参加</Trans>,
          },
        ]}
      />
      {!isNew && (
        <TextField
          field="onLeaveUntil"
          label={<Trans>请假到哪一天</Trans>}
          hint={<Trans>请假期间不会给您派单</Trans>}
          kind="date"
          optional
          value={settings.leaveUntil}
          onChange={(leaveUntil) => change({ leaveUntil })}
        />
      )}
      {saved && (
        <Notice tone="good" title={<Trans>已经保存</Trans>}>
          <ButtonLink href={hand.claimBoard.url()} look="second">
            <Trans>去抢单大厅</Trans>
          </ButtonLink>
        </Notice>
      )}
      {isNew && <Fills operation="joinAsHelper" />}
      <Button
        type="submit"
        wide
        busy={joining.sending || updating.sending}
        busyWord={isNew ? t`正在登记…` : t`正在保存…`}
      >
        {isNew ? <Trans>我要当志愿者</Trans> : <Trans>保存</Trans>}
      </Button>
    </form>
  )
}

/** A few sensible numbers, and one's own when it is another. */
const quotas = (own: string) => [...new Set(['1', '2', '3', '5', own])].sort((a, b) => Number(a) - Number(b))

type SkillChoiceProps = Pick<HelpingFormProps, 'me' | 'place'> & {
  readonly value: readonly string[]
  readonly onChange: (skills: readonly string[]) => void
}

function SkillChoice({ me, place, value, onChange }: SkillChoiceProps) {
  const say = useSay()
  const verified = new Set(me.helper?.skills.filter((one) => one.verified).map(({ skill }) => skill))
  return (
    <ManyChoiceList
      field="skills"
      label={<Trans>会什么</Trans>}
      hint={<Trans>社区核验以后，要手艺的单才会找您</Trans>}
      optional
      compact
      value={value}
      onChange={onChange}
      choices={place.skills.map(({ key, name }) => ({
        value: key,
        label: say(name),
        ...(verified.has(key) ? { hint: <Trans>已核验</Trans> } : {}),
      }))}
    />
  )
}
