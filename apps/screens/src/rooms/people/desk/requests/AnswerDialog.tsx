import { Trans, useLingui } from '@lingui/react/macro'
import { OUTCOMES, type Outcome, REQUEST_KINDS } from '@linli/contract/privacy/words'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { DataRequest } from './request.ts'

type AnswerDialogProps = {
  readonly request: DataRequest
  readonly onClose: () => void
  readonly onAnswered: () => void
}

const isOutcome = (value: string | undefined): value is Outcome =>
  value !== undefined && Object.hasOwn(OUTCOMES, value)

/** Answers one request, in words the person reads. */
export function AnswerDialog({ request, onClose, onAnswered }: AnswerDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [outcome, setOutcome] = useState<Outcome>()
  const [answer, setAnswer] = useState('')
  const [checked, setChecked] = useState(false)
  const { send, sending, failure } = useCommand('answerDataRequest')
  const errors = [
    ...(outcome ? [] : [{ field: 'outcome', message: t`请选择结果` }]),
    ...(answer.trim() === '' ? [{ field: 'answer', message: t`请写下给本人的答复` }] : []),
  ]
  const of = (field: string) => (checked ? errors.find((error) => error.field === field)?.message : undefined)
  async function submit() {
    setChecked(true)
    if (!outcome || errors.length > 0) return
    if (await send({ params: { id: request.id }, body: { outcome, answer: answer.trim() } })) onAnswered()
  }
  return (
    <FormDialog
      title={say(REQUEST_KINDS[request.kind])}
      ok={t`答复本人`}
      errors={checked ? errors : undefined}
      failure={failure}
      busy={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{request.words}</p>
      <ChoiceField
        field="outcome"
        label={<Trans>结果</Trans>}
        options={optionsOf(OUTCOMES, say)}
        error={of('outcome')}
        value={outcome}
        onChange={(value) => setOutcome(isOutcome(value) ? value : undefined)}
      />
      <InputField
        field="answer"
        label={<Trans>给本人的答复</Trans>}
        hint={<Trans>不能办的，请说明法律依据或理由，并告诉本人还能怎么办。</Trans>}
        error={of('answer')}
        value={answer}
        maxLength={2000}
        onChange={setAnswer}
      />
    </FormDialog>
  )
}
