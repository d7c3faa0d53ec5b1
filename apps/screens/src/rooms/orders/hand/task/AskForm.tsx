import { useLingui } from '@lingui/react/macro'
import { transitionOf } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import type { Input } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { ChoiceList, type Photo, PhotoField, TextArea, TextField } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { unitsCalled } from '../../calls.ts'
import type { StepField, Values } from '../../fields.ts'
import { askedFields, missingFields, stepBody } from '../../stepBody.ts'
import { HOST_STEPS, type HostVerb } from '../../stepFields.ts'
import { uploadPhoto } from '../files.ts'
import { sentIds, unsentPhotos } from '../photoList.ts'
import { StepForm } from '../StepForm.tsx'
import type { TaskFormProps } from './ContactedForm.tsx'
import { UnitChoice } from './UnitChoice.tsx'

/** The form of a step by its table of questions: what whoever has the order asks for, or answers. */
export function AskForm({ order, verb, onDone, onClose }: TaskFormProps & { readonly verb: HostVerb }) {
  const { t } = useLingui()
  const say = useSay()
  const [values, setValues] = useState<Values>({})
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const sending = useCommand<HostVerb>(verb)
  const { fields, lead } = HOST_STEPS[verb] as {
    fields: readonly StepField[]
    lead?: { zh: string; en: string }
  } // one shape for all rows
  // Whose it is instead is chosen from a long list, and optional: that is the desk's.
  const asked = askedFields(fields, values, order).filter(
    ({ kind, optional }) => !optional || kind !== 'unit',
  )
  const unsent = unsentPhotos('photos', photos, t`照片还没有传好，请等一下，或者删掉它`)
  const errors = [
    ...missingFields(asked, values).map((field) => {
      const what = say(field.label)
      return { field: field.name, message: t`请填写：${what}` }
    }),
    ...unsent,
  ]

  async function send() {
    const body = stepBody(asked, { ...values, photos: sentIds(photos) }, order.version)
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
          {asked.map((field) =>
            field.kind === 'photos' ? (
              <PhotoField
                key={field.name}
                field={field.name}
                label={say(field.label)}
                optional
                photos={photos}
                onChange={setPhotos}
                upload={uploadPhoto}
                newKey={newKey}
                error={errorOf(shown, field.name)}
              />
            ) : (
              <AskField
                key={field.name}
                field={field}
                order={order}
                value={values[field.name]}
                error={errorOf(shown, field.name)}
                onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
              />
            ),
          )}
        </>
      )}
    </StepForm>
  )
}

const yesNo = (say: ReturnType<typeof useSay>) => [
  { value: 'yes', label: say({ zh: '是', en: 'Yes' }) },
  { value: 'no', label: say({ zh: '否', en: 'No' }) },
]

type AskFieldProps = {
  readonly field: StepField
  readonly order: OrderView
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

function AskField({ field, order, value, error, onChange }: AskFieldProps) {
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
  if (field.kind === 'yesNo')
    return <ChoiceList {...shared} compact value={text || undefined} choices={yesNo(say)} />
  if (field.kind === 'units')
    return <UnitChoice {...shared} order={order} value={Array.isArray(value) ? value.map(String) : []} />
  if (field.kind === 'unit')
    return (
      <ChoiceList
        {...shared}
        value={text || undefined}
        choices={(unitsCalled(order, field.which) ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    )
  const kind = field.kind === 'day' ? 'date' : field.kind === 'count' ? 'number' : 'text'
  const most = field.kind === 'line' ? { maxLength: field.most } : {}
  return <TextField {...shared} {...most} kind={kind} value={text} />
}
