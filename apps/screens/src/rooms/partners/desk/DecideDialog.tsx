import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type CheckIn = Answer<'listCheckIns'>['items'][number]
type DecideDialogProps = {
  readonly checkIn: CheckIn
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Accepts, or says kindly why not. */
export function DecideDialog({ checkIn, onDone, onClose }: DecideDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [accept, setAccept] = useState<string>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('decideCheckIn')
  const checks: [string, boolean, string][] = [
    ['accept', accept !== undefined, t`请选接收还是不接收`],
    ['words', accept !== 'no' || words.trim() !== '', t`不接收请说明原因，报到的人会看到`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []

  async function decide() {
    setTried(true)
    if (errors.length > 0) return
    const said = words.trim()
    const body = { accept: accept === 'yes', ...(said ? { words: said } : {}) }
    if (await send({ params: { id: checkIn.id }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`接收报到`}
      ok={t`确定`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <p>
        {say(checkIn.unitName)} {checkIn.name} · {checkIn.areaName}
      </p>
      <ChoiceField
        field="accept"
        label={<Trans>接收吗</Trans>}
        value={accept}
        error={errorOf(shown, 'accept')}
        options={[
          { value: 'yes', label: t`接收` },
          { value: 'no', label: t`不接收` },
        ]}
        onChange={setAccept}
      />
      <InputField
        field="words"
        label={<Trans>说明</Trans>}
        hint={<Trans>报到的人会看到</Trans>}
        optional={accept !== 'no'}
        maxLength={200}
        value={words}
        error={errorOf(shown, 'words')}
        onChange={setWords}
      />
    </FormDialog>
  )
}
