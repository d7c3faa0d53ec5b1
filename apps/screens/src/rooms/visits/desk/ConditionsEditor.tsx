import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { type ConditionDraft, choicesIn, hasChoices, type QuestionDraft } from './formDraft.ts'

type ConditionsEditorProps = {
  readonly of: string
  readonly conditions: readonly ConditionDraft[]
  readonly earlier: readonly QuestionDraft[]
  readonly error: string | undefined
  readonly onChange: (conditions: readonly ConditionDraft[]) => void
}

/** 什么时候问: always, or by what earlier questions were answered, joined by 并且 and 或者. */
export function ConditionsEditor({ of, conditions, earlier, error, onChange }: ConditionsEditorProps) {
  const { t } = useLingui()
  const asked = earlier.filter(({ kind, label }) => hasChoices(kind) && label.trim() !== '')
  if (asked.length === 0 && conditions.length === 0) return null
  const put = (at: number, change: Partial<ConditionDraft>) =>
    onChange(conditions.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <fieldset className="desk-field desk-choice">
      <legend>
        <Trans>什么时候问</Trans>
      </legend>
      <div className="desk-form">
        {conditions.length === 0 && (
          <p>
            <Trans>总是问。</Trans>
          </p>
        )}
        {conditions.map((condition, at) => {
          const chosen = asked.find(({ key }) => key === condition.question)
          const number = at + 1
          return (
            // The order is the meaning, and a condition has no other name.
            <div key={at} className="desk-form">
              {at > 0 && (
                <SelectField
                  field={`${of}.join${at}`}
                  label={<Trans>第 {number} 个条件怎么接</Trans>}
                  options={[
                    { value: 'and', label: t`并且` },
                    { value: 'or', label: t`或者` },
                  ]}
                  value={condition.join}
                  onChange={(join) => put(at, { join: join === 'or' ? 'or' : 'and' })}
                />
              )}
              <SelectField
                field={`${of}.after${at}`}
                label={at === 0 ? <Trans>只在哪一题之后问</Trans> : <Trans>第 {number} 个条件看哪一题</Trans>}
                options={asked.map(({ key, label }) => ({ value: key, label }))}
                value={condition.question}
                onChange={(question) => put(at, { question: question ?? '', is: '' })}
              />
              {chosen && (
                <SelectField
                  field={`${of}.is${at}`}
                  label={at === 0 ? <Trans>并且答了</Trans> : <Trans>第 {number} 个条件答了</Trans>}
                  options={choicesIn(chosen.choices).map((choice) => ({ value: choice, label: choice }))}
                  value={condition.is}
                  error={condition.is === '' ? error : undefined}
                  onChange={(is) => put(at, { is: is ?? '' })}
                />
              )}
              <div className="desk-row">
                <Button onClick={() => onChange(conditions.filter((_, index) => index !== at))}>
                  <Trans>去掉第 {number} 个条件</Trans>
                </Button>
              </div>
            </div>
          )
        })}
        <div className="desk-row">
          <Button
            onClick={() => onChange([...conditions, { join: 'and', question: asked[0]?.key ?? '', is: '' }])}
          >
            {conditions.length === 0 ? <Trans>只在某种回答后才问</Trans> : <Trans>再加一个条件</Trans>}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
