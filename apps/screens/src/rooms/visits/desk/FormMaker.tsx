import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { QUESTION_KINDS } from '@linli/contract/visits/words'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskField, Panel } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../kit/language.ts'
import { ConditionsEditor } from './ConditionsEditor.tsx'
import { type DraftFault, emptyQuestion, hasChoices, type QuestionDraft } from './formDraft.ts'

type FormMakerProps = {
  readonly questions: readonly QuestionDraft[]
  /** Keys that earlier versions of the form used: no new question takes one. */
  readonly used?: readonly string[]
  readonly onChange: (questions: readonly QuestionDraft[]) => void
  readonly faults: ReadonlyMap<string, DraftFault>
}

/** 做表单: questions one below the other, each with what it may be answered and when it is asked. */
export function FormMaker({ questions, used = [], onChange, faults }: FormMakerProps) {
  const { t } = useLingui()
  const [removed, setRemoved] = useState<readonly string[]>([])
  const put = (at: number, change: Partial<QuestionDraft>) =>
    onChange(questions.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const swap = (at: number) =>
    onChange(
      questions.map(
        (one, index) => (index === at ? questions[at - 1] : index === at - 1 ? questions[at] : one) ?? one,
      ),
    )
  function remove(key: string) {
    setRemoved([...removed, key])
    onChange(questions.filter((one) => one.key !== key))
  }
  function add() {
    const keys = questions.map(({ key }) => key)
    onChange([...questions, emptyQuestion([...used, ...removed, ...keys])])
  }
  return (
    <>
      {questions.map((question, at) => (
        <Panel key={question.key} title={t`第 ${at + 1} 题`}>
          <QuestionEditor
            question={question}
            earlier={questions.slice(0, at)}
            fault={faults.get(question.key)}
            onChange={(change) => put(at, change)}
          />
          <div className="desk-row">
            {at > 0 && (
              <Button onClick={() => swap(at)}>
                <Trans>第 {at + 1} 题往前移</Trans>
              </Button>
            )}
            {questions.length > 1 && (
              <Button danger onClick={() => remove(question.key)}>
                <Trans>删掉第 {at + 1} 题</Trans>
              </Button>
            )}
          </div>
        </Panel>
      ))}
      <Button onClick={add}>
        <Trans>加一题</Trans>
      </Button>
    </>
  )
}

type EditorProps = {
  readonly question: QuestionDraft
  readonly earlier: readonly QuestionDraft[]
  readonly fault: DraftFault | undefined
  readonly onChange: (change: Partial<QuestionDraft>) => void
}

function QuestionEditor({ question, earlier, fault, onChange }: EditorProps) {
  const { t } = useLingui()
  const say = useSay()
  const { key, kind, label, hint, choices, required, conditions } = question
  const words: Readonly<Record<DraftFault, string>> = {
    noLabel: t`请写问题`,
    fewChoices: t`请写两个以上的选项，一行一个`,
    noAnswer: t`请选前面的题的哪个答案`,
    needsCardConsent: t`走访表单不收独居、残疾、留守儿童这类情况。要记的，请在住户卡上征得本人单独同意后记。`,
    asksHealth: t`走访表单不收病情和健康情况。需要帮助的，请在住户卡上记一次转介。`,
  }
  const errorAt = (one: DraftFault) => (fault === one ? words[one] : undefined)
  return (
    <>
      <InputField
        field={`${key}.label`}
        label={<Trans>问什么</Trans>}
        maxLength={120}
        value={label}
        error={errorAt('noLabel') ?? errorAt('needsCardConsent') ?? errorAt('asksHealth')}
        onChange={(label) => onChange({ label })}
      />
      <SelectField
        field={`${key}.kind`}
        label={<Trans>怎么答</Trans>}
        options={optionsOf(QUESTION_KINDS, say)}
        value={kind}
        onChange={(code) => {
          const next = codesOf(QUESTION_KINDS).find((one) => one === code) ?? kind
          // Where somebody lives is asked for, not demanded.
          onChange(next === 'place' ? { kind: next, required: false } : { kind: next })
        }}
      />
      {hasChoices(kind) && (
        <DeskField
          field={`${key}.choices`}
          label={<Trans>选项，一行一个</Trans>}
          error={errorAt('fewChoices')}
          optional={false}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 12 }}
              value={choices}
              onChange={(event) => onChange({ choices: event.target.value })}
            />
          )}
        </DeskField>
      )}
      <InputField
        field={`${key}.hint`}
        label={<Trans>提示</Trans>}
        optional
        maxLength={200}
        value={hint}
        onChange={(hint) => onChange({ hint })}
      />
      {kind !== 'note' && (
        <TickField
          field={`${key}.required`}
          label={<Trans>必答</Trans>}
          value={required}
          onChange={(required) => onChange({ required })}
        />
      )}
      <ConditionsEditor
        of={key}
        conditions={conditions}
        earlier={earlier}
        error={errorAt('noAnswer')}
        onChange={(conditions) => onChange({ conditions })}
      />
    </>
  )
}
