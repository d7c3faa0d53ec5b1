import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { dayOf, dayWords } from '../../stations/days.ts'
import type { DialogProps } from './ActivityDialogs.tsx'

/** 取消活动, with the reason that everybody signed up is told; of a series this date, or it and all that follow. */
export function CallOffDialog({ activity, onClose, onDone }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [reach, setReach] = useState<string>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('callOffActivity')
  const { series, left } = activity
  const count = left.dates
  const day = (at: string) => say(dayWords(dayOf(new Date(at)), dayOf(new Date())))
  const first = day(activity.startsAt)
  const last = left.until === null ? first : day(left.until)
  const mayEnd = series && count > 1
  const errors = [
    ...(mayEnd && reach === undefined ? [{ field: 'reach', message: t`请选取消哪几场` }] : []),
    ...(reason.trim() === '' ? [{ field: 'reason', message: t`请写原因，报了名的人会看到` }] : []),
  ]
  const shown = tried ? errors : []
  async function callOff() {
    setTried(true)
    if (errors.length > 0) return
    const body = { rest: reach === 'rest', reason: reason.trim() }
    const answer = await send({ params: { id: activity.id }, body })
    if (!answer) return
    const { dates } = answer
    onDone(<Trans>已取消 {dates} 场，报了名的人每人收到一条通知，占的屋子让出来了。</Trans>)
  }
  return (
    <FormDialog
      title={t`取消活动`}
      ok={t`取消活动`}
      danger
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void callOff()}
      onClose={onClose}
    >
      {mayEnd && (
        <ChoiceField
          field="reach"
          label={<Trans>取消哪几场</Trans>}
          hint={<Trans>要从某一天起停办，先打开那一天的场次，再选“这一场和以后的”。</Trans>}
          value={reach}
          error={errorOf(shown, 'reach')}
          options={[
            { value: 'one', label: t`只这一场（${first}）` },
            { value: 'rest', label: t`这一场和以后的，共 ${count} 场（${first}到${last}）` },
          ]}
          onChange={setReach}
        />
      )}
      <InputField
        field="reason"
        label={<Trans>原因</Trans>}
        hint={<Trans>报了名的人和看这一页的人都会看到。</Trans>}
        maxLength={200}
        value={reason}
        error={errorOf(shown, 'reason')}
        onChange={setReason}
      />
    </FormDialog>
  )
}
