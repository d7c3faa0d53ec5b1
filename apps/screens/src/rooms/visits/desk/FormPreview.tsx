import { Trans, useLingui } from '@lingui/react/macro'
import { answersOf, askedOf } from '@linli/contract/visits/form'
import type { Answers, Question } from '@linli/contract/visits/shapes'
import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'
import { Panel } from '../../../kit/desk/index.ts'

/** 试一试: the form as the worker meets it, with its skips; nothing is kept. */
export function FormPreview({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useLingui()
  const [given, setGiven] = useState<Answers>({})
  const answers = answersOf(questions, given)
  return (
    <Panel title={t`试一试`}>
      <div className="desk-form">
        <p>
          <Trans>点一点，看看哪些题会问到。这里答的不会保存。</Trans>
        </p>
        <div>
          {askedOf(questions, answers).map((question) => (
            <div key={question.key}>
              <PreviewField
                question={question}
                value={given[question.key]}
                onChange={(value) => setGiven({ ...given, [question.key]: value })}
              />
            </div>
          ))}
        </div>
      </div>
    </Panel>
  )
}

type PreviewFieldProps = {
  readonly question: Question
  readonly value: Answers[string] | undefined
  readonly onChange: (value: Answers[string]) => void
}

function PreviewField({ question, value, onChange }: PreviewFieldProps) {
  const { label, kind, choices = [] } = question
  const name = `preview-${question.key}`
  switch (kind) {
    case 'choice':
      return (
        <fieldset className="desk-field desk-choice">
          <legend>{label}</legend>
          <Radio.Group
            name={name}
            value={typeof value === 'string' ? value : null}
            options={choices}
            onChange={(event) => onChange(String(event.target.value))}
          />
        </fieldset>
      )
    case 'several':
      return (
        <fieldset className="desk-field desk-choice">
          <legend>{label}</legend>
          <Checkbox.Group
            options={choices}
            value={Array.isArray(value) ? value : []}
            onChange={(chosen) => onChange(chosen)}
          />
        </fieldset>
      )
    case 'photo':
      return (
        <p>
          {label} <Trans>（拍照）</Trans>
        </p>
      )
    case 'place':
      return (
        <p>
          {label} <Trans>（选一个地点）</Trans>
        </p>
      )
    case 'note':
      return <p>{label}</p>
    case 'text':
    case 'decimal':
    case 'number':
      return (
        <InputField
          field={name}
          label={label}
          optional
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          onChange={onChange}
        />
      )
  }
}
