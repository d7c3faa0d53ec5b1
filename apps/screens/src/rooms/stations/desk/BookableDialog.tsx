import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { BOOKABLE_KINDS, type BookableKind } from '@linli/contract/stations/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type BookableDialogProps = {
  readonly stationId: string
  readonly onClose: () => void
  readonly onAdded: () => void
}

const whole = (text: string, least: number, most: number): number | undefined => {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

/** Something to book: its times are cut out of the station's hours. */
export function BookableDialog({ stationId, onClose, onAdded }: BookableDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [kind, setKind] = useState<BookableKind>('room')
  const [name, setName] = useState('')
  const [text, setText] = useState({ minutes: '60', seats: '1', daysAhead: '7' })
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addBookable')
  const minutes = whole(text.minutes, 5, 720)
  const seats = whole(text.seats, 1, 1000)
  const daysAhead = whole(text.daysAhead, 1, 90)
  const errors = [
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填名称` }] : []),
    ...(minutes === undefined ? [{ field: 'minutes', message: t`请填 5 到 720 的整数` }] : []),
    ...(seats === undefined ? [{ field: 'seats', message: t`请填 1 到 1000 的整数` }] : []),
    ...(daysAhead === undefined ? [{ field: 'daysAhead', message: t`请填 1 到 90 的整数` }] : []),
  ]
  const shown = tried ? errors : []

  async function add() {
    setTried(true)
    if (errors.length > 0 || minutes === undefined || seats === undefined || daysAhead === undefined) return
    const body = { id, kind, name: name.trim(), minutes, seats, daysAhead }
    if (await send({ params: { id: stationId }, body })) onAdded()
  }

  const bind = (field: keyof typeof text) => ({
    field,
    value: text[field],
    error: errorOf(shown, field),
    inputMode: 'numeric' as const,
    onChange: (value: string) => setText({ ...text, [field]: value }),
  })
  return (
    <FormDialog
      title={t`添加可约项目`}
      ok={t`添加`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <ChoiceField
        field="kind"
        label={<Trans>类别</Trans>}
        value={kind}
        options={optionsOf(BOOKABLE_KINDS, say)}
        onChange={(code) => setKind(codesOf(BOOKABLE_KINDS).find((one) => one === code) ?? kind)}
      />
      <InputField
        field="name"
        label={<Trans>名称</Trans>}
        maxLength={60}
        value={name}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField {...bind('minutes')} label={<Trans>一次多少分钟</Trans>} />
      <InputField
        {...bind('seats')}
        label={<Trans>同一时间几个名额</Trans>}
        hint={<Trans>整间场地填 1；几个人可以一起来的填人数。</Trans>}
      />
      <InputField {...bind('daysAhead')} label={<Trans>可以提前几天约</Trans>} />
      <Fills operation="addBookable" />
    </FormDialog>
  )
}
