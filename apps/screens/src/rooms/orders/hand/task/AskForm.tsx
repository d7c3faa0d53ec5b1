import { useLingui } from '@lingui/react/macro'
import { transitionOf } from '@linli/contract'
import { useState } from 'react'
import type { Input } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { ChoiceList, TextArea, TextField } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { askedFields, missingFields, stepBody } from '../../stepBody.ts'
import { HOST_STEPS, type HostVerb, type StepField, type Values } from '../../stepFields.ts'
import { StepForm } from '../StepForm.tsx'
import type { TaskFormProps } from './ContactedForm.tsx'

/** The form of a step by its table of questions: what whoever has the order asks for, or answers. */
export function AskForm({ order, verb, onDone, onClose }: TaskFormProps & { readonly verb: HostVerb }) {
  const { t } = useLingui()
  const say = useSay()
  const [values, setValues] = useState<Values>({})
  const sending = useCommand<HostVerb>(verb)
  const { fields, lead } = HOST_STEPS[verb] as {
    fields: readonly StepField[]
    lead?: { zh: string; en: string }
  } // one shape for all rows
  // Whose it is instead is chosen from a long list: that is the desk's.
  const asked = askedFields(fields, values, order).filter(({ kind }) => kind !== 'unit')
  const errors = missingFields(asked, values).map((field) => {
    const what = say(field.label)
    return { field: field.name, message: t`请填写：${what}` }
  })

  async function send() {
    const body = stepBody(asked, values, order.version)
    // The table's fields carry the contract's names; the server checks the body against the contract.
    if (!(await sending.send({ params: { id: order.id }, body } as Input<HostVerb>))) return
    onClose()
    await onDone()
  }

  return (
    <StepForm
      label={say(transitionOf(verb).label)}
      busyWord={t`正在交…`}
      sending={sending.sending}
      failure={sending.failure}
      errors={errors}
      onSend={send}
      onClose={onClose}
    >
      {(shown) => (
        <>
          {lead && <p>{say(lead)}</p>}
          {asked.map((field) => (
            <AskField
              key={field.name}
              field={field}
              value={values[field.name]}
              error={errorOf(shown, field.name)}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </>
      )}
    </StepForm>
  )
}

type AskFieldProps = {
  readonly field: StepField
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function AskField({ field, value, error, onChange }: AskFieldProps) {
  const say = useSay()
  const text = typeof value === 'string' ? value : ''
  const shared = {
    field: field.name,
    label: say(field.label),
    ...(field.hint ? { hint: say(field.hint) } : {}),
    ...(field.optional ? { optional: true } : {}),
    error,
    onChange,
  }
  if (field.kind === 'text') return <TextArea {...shared} value={text} maxLength={field.most} />
  if (field.kind === 'code')
    return (
      <ChoiceList
        {...shared}
        compact
        value={text || undefined}
        choices={Object.entries(field.words).map(([key, words]) => ({ value: key, label: say(words) }))}
      />
    )
  const kind = field.kind === 'day' ? 'date' : field.kind === 'count' ? 'number' : 'text'
  const most = field.kind === 'line' ? { maxLength: field.most } : {}
  return <TextField {...shared} {...most} kind={kind} value={text} />
}
