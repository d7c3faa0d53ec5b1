import { Trans, useLingui } from '@lingui/react/macro'
import { DAY_SETTINGS, type DaySetting } from '@linli/contract/places/dayWords'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../../kit/desk/fields.tsx'
import { useRead } from '../../../../kit/desk/index.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'

type DayDialogProps = {
  /** Empty: still to be chosen. */
  readonly day: string
  readonly onDone: (day: string) => void
  readonly onClose: () => void
}

const SETTINGS: readonly DaySetting[] = ['holiday', 'workday', 'plain']

/** One day: off, worked, or as its weekday says; what stands on it already is told before it is changed. */
export function DayDialog({ day: given, onDone, onClose }: DayDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [day, setDay] = useState(given)
  const [kind, setKind] = useState<DaySetting>()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('setDay')
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day)
  const effects = useRead('dayEffects', isDay ? { params: { day } } : undefined)
  const errors = [
    ...(isDay ? [] : [{ field: 'day', message: t`请选哪一天` }]),
    ...(kind ? [] : [{ field: 'kind', message: t`请选这一天怎么算` }]),
    ...(name.trim() === '' ? [{ field: 'name', message: t`请写名称，比如“国庆节”` }] : []),
  ]
  const shown = tried ? errors : []

  async function change() {
    setTried(true)
    if (errors.length > 0 || kind === undefined) return
    if (await send({ params: { day }, body: { kind, name: name.trim() } })) onDone(day)
  }
  return (
    <FormDialog
      title={t`改一天`}
      ok={t`改`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <InputField
        field="day"
        type="date"
        label={<Trans>哪一天</Trans>}
        value={day}
        error={errorOf(shown, 'day')}
        onChange={setDay}
      />
      <ChoiceField
        field="kind"
        label={<Trans>这一天</Trans>}
        value={kind}
        error={errorOf(shown, 'kind')}
        options={SETTINGS.map((value) => ({ value, label: say(DAY_SETTINGS[value]) }))}
        onChange={(value) => setKind(SETTINGS.find((setting) => setting === value))}
      />
      <InputField
        field="name"
        label={<Trans>名称</Trans>}
        hint={<Trans>开放时间里会写这个名称。</Trans>}
        maxLength={40}
        value={name}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      {effects.data && (
        <p role="status">
          <Trans>
            {effects.data.stations} 个驿站这一天的开放时间会跟着变；已排好的 {effects.data.duties} 班和{' '}
            {effects.data.activities} 场活动不会自己变，请另外去看。
          </Trans>
        </p>
      )}
    </FormDialog>
  )
}
