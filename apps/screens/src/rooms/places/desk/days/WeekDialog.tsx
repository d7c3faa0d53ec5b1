import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../../kit/desk/fields.tsx'
import { useRead } from '../../../../kit/desk/index.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { Week } from './WeekPanel.tsx'
import { DAY_NAMES, readWeek, writeWindows } from './weekText.ts'

type WeekDialogProps = {
  /** None: a unit is still to be chosen. */
  readonly week: Week | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}
const EMPTY = DAY_NAMES.map(() => '')
const WORKDAYS = 5

/** The working hours of the region or of one unit, a line a day; how many running limits move is told before. */
export function WeekDialog({ week, onDone, onClose }: WeekDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const weeks = useRead('listWeeks', {})
  const units = useRead('listUnits', week ? undefined : {}, ['places.'])
  const [key, setKey] = useState(week?.key)
  const [texts, setTexts] = useState(week ? week.days.map(writeWindows) : EMPTY)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('setWeek')
  const wrong = t`看不懂，请写成 08:30-12:00 14:30-17:30，不上班就空着`
  const errors = [
    ...(key ? [] : [{ field: 'unit', message: t`请选单位` }]),
    ...texts.flatMap((text, at) => {
      const alone = EMPTY.map((_, day) => (day === at ? text : ''))
      return readWeek(alone) ? [] : [{ field: `day${at}`, message: wrong }]
    }),
    ...(texts.every((text) => text.trim() === '')
      ? [{ field: 'day0', message: t`一周里至少要有一段工作时间` }]
      : []),
  ]
  const shown = tried ? errors : []
  const limits = weeks.data?.limits ?? 0
  const isUnit = key !== undefined && key !== 'region'

  async function save() {
    setTried(true)
    const days = readWeek(texts)
    if (errors.length > 0 || !days || !key) return
    if (await send({ params: { key }, body: { days } })) onDone()
  }
  async function takeBack() {
    if (key && (await send({ params: { key }, body: { days: null } }))) onDone()
  }
  return (
    <FormDialog
      title={week && !isUnit ? t`全区的工作时间` : t`单位的工作时间`}
      ok={t`改`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {!week && (
        <SelectField
          field="unit"
          label={<Trans>哪个单位</Trans>}
          options={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={key}
          error={errorOf(shown, 'unit')}
          onChange={setKey}
        />
      )}
      <p>
        <Trans>照这样写：08:30-12:00 14:30-17:30。几段用空格隔开，不上班就空着。</Trans>
      </p>
      {DAY_NAMES.map((name, at) => (
        <InputField
          key={name.en}
          field={`day${at}`}
          label={say(name)}
          value={texts[at] ?? ''}
          error={errorOf(shown, `day${at}`)}
          onChange={(text) => setTexts(texts.map((one, n) => (n === at ? text : one)))}
        />
      ))}
      <Button
        onClick={() => setTexts(texts.map((text, at) => (at > 0 && at < WORKDAYS ? (texts[0] ?? '') : text)))}
      >
        <Trans>周二到周五跟周一一样</Trans>
      </Button>
      <p role="status">
        {isUnit ? (
          <Trans>
            这个单位在办的工单，按工作时间算的时限会马上重算；新旧两个时限都留着，办件人和诉求人会收到通知。
          </Trans>
        ) : (
          <Trans>
            现在有 {limits} 个时限按工作时间算，改了会马上重算；新旧两个时限都留着，办件人和诉求人会收到通知。
          </Trans>
        )}
      </p>
      {week && isUnit && (
        <Button onClick={() => void takeBack()} disabled={sending}>
          <Trans>不再单独定，照全区的</Trans>
        </Button>
      )}
    </FormDialog>
  )
}
