import { Trans, useLingui } from '@lingui/react/macro'
import type { RetiredView } from '@linli/contract/ledgers/shapes'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type MinutesDialogProps = {
  readonly book: RetiredView
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** 改每条几分钟: what was measured here, and how; it holds from this month on. */
export function MinutesDialog({ book, onClose, onSaved }: MinutesDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [minutes, setMinutes] = useState(String(book.minutes))
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('setLedgerMinutes')
  const number = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0
  const errors = [
    ...(number >= 1 && number <= 240 ? [] : [{ field: 'minutes', message: t`请填 1 到 240 的整数` }]),
    ...(ground.trim().length >= 2 ? [] : [{ field: 'ground', message: t`请写清楚怎么量的` }]),
  ]
  const shown = tried ? errors : []
  const name = say(book.name)
  async function save() {
    setTried(true)
    if (errors.length > 0) return
    if (await send({ params: { book: book.key }, body: { minutes: number, ground: ground.trim() } }))
      onSaved()
  }
  return (
    <FormDialog
      title={t`${name}：抄一条要几分钟`}
      ok={t`从这个月起算`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p className="desk-hint">
        <Trans>请填本地实测的平均数。以前的月份还按原来的算；您的名字和时间会一起记下。</Trans>
      </p>
      <InputField
        field="minutes"
        label={<Trans>每条几分钟</Trans>}
        inputMode="numeric"
        value={minutes}
        error={errorOf(shown, 'minutes')}
        onChange={setMinutes}
      />
      <InputField
        field="ground"
        label={<Trans>怎么量的</Trans>}
        hint={<Trans>例如：三个社区各跟着抄了十条</Trans>}
        maxLength={200}
        value={ground}
        error={errorOf(shown, 'ground')}
        onChange={setGround}
      />
    </FormDialog>
  )
}
