import { Trans, useLingui } from '@lingui/react/macro'
import { transitionOf } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Alert, Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ErrorSummary, Panel } from '../../../../kit/desk/index.ts'
import type { Input } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { askedFields, missingFields, stepBody } from '../../stepBody.ts'
import { Original } from './Original.tsx'
import { StepFieldView } from './StepFieldView.tsx'
import { type DeskVerb, STEPS, type Values } from './stepTable.ts'

export type StepFormProps = {
  readonly verb: DeskVerb
  readonly order: OrderView
  /** After the step was taken, with its name for the reader. */
  readonly onDone: (label: string) => void
  /** The server refused: the order may be newer than the screen. */
  readonly onRefused: () => void
  readonly onClose: () => void
}

/** The form of any step. What was typed stays when the order changes meanwhile; only the version is renewed. */
export function StepForm({ verb, order, onDone, onRefused, onClose }: StepFormProps) {
  const { t } = useLingui()
  const say = useSay()
  const step = STEPS[verb]
  const label = say(transitionOf(verb).label)
  const [values, setValues] = useState<Values>(() => step.begin?.(order) ?? {})
  const [seenVersion, setSeenVersion] = useState(order.version)
  const [checked, setChecked] = useState(false)
  const { send, sending, failure } = useCommand<DeskVerb>(verb)
  const asked = askedFields(step.fields, values, order)
  const missing = missingFields(asked, values)
  const allowed = order.actions.includes(verb)
  const errors = (checked ? missing : []).map((field) => {
    const what = say(field.label)
    return { field: field.name, message: t`请填写：${what}` }
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!allowed || missing.length > 0) return
    setSeenVersion(order.version)
    const body = stepBody(asked, values, order.version)
    // The table's fields carry the contract's names; the server checks the body against the contract.
    const answer = await send({ params: { id: order.id }, body } as Input<DeskVerb>)
    if (answer) onDone(label)
    else onRefused()
  }

  return (
    <Panel title={label}>
      <form noValidate onSubmit={(event) => void submit(event)} aria-label={label}>
        {step.lead && <p>{say(step.lead)}</p>}
        <ErrorSummary errors={errors} failure={failure} />
        {!allowed && (
          <Warning>
            <Trans>这张单刚有变化，现在不能办“{label}”了。您写的还在下面，需要时可以抄走。</Trans>
          </Warning>
        )}
        {allowed && order.version !== seenVersion && (
          <Warning>
            <Trans>这张单刚有变化，页面已经换成最新的；您写的还在，看一眼再提交。</Trans>
          </Warning>
        )}
        <div className={step.besideOriginal ? 'step-beside' : ''}>
          {step.besideOriginal && <Original order={order} />}
          <div>
            {asked.map((field) => (
              <StepFieldView
                key={field.name}
                field={field}
                order={order}
                value={values[field.name]}
                error={errorOf(errors, field.name)}
                onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
              />
            ))}
          </div>
        </div>
        <p className="desk-actions">
          <Button type="primary" htmlType="submit" loading={sending} disabled={!allowed}>
            {label}
          </Button>
          <Button onClick={onClose}>
            <Trans>先不办这一步</Trans>
          </Button>
        </p>
      </form>
    </Panel>
  )
}

const Warning = ({ children }: { readonly children: ReactNode }) => (
  <Alert type="warning" showIcon role="status" title={children} />
)
