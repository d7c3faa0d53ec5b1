import { Trans, useLingui } from '@lingui/react/macro'
import { differing, type Settling, settledBy } from '@linli/contract/visits/settle'
import type { Question, VisitHead } from '@linli/contract/visits/shapes'
import { useState } from 'react'
import { Button, ChoiceList, ErrorSummary, Notice } from '../../../kit/hand/index.ts'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'
import { newVisitId } from '../../../kit/offline/newVisitId.ts'
import { useAnswerWords } from '../useAnswerWords.ts'
import { inWords } from './inWords.ts'
import { Recorded } from './Recorded.tsx'
import { writeDown } from './writeDown.ts'

type TwoVersionsProps = {
  readonly area: KeptArea
  readonly door: Door
  readonly heads: readonly VisitHead[]
}

/**
 * Two phones wrote about the same visit at once: both are kept, and a person says what holds, also without a network: one
 * of them, both, or answer by answer. What was not chosen stays in the history.
 */
export function TwoVersions({ area, door, heads }: TwoVersionsProps) {
  const { t } = useLingui()
  const [failure, setFailure] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const questionsOf = ({ form }: VisitHead): readonly Question[] =>
    area.forms.find(({ id }) => id === form)?.questions ?? []
  async function settle(how: Settling) {
    const kept = heads.find(({ id }) => id === how.keep)
    if (!kept || isBusy) return
    setBusy(true)
    try {
      for (const record of settledBy(heads, how, questionsOf(kept), newVisitId))
        await writeDown(area, door, { ...record, replaces: [...record.replaces] }, [], record.at)
    } catch (error) {
      setFailure(inWords(error))
    }
    setBusy(false)
  }
  const [first] = heads
  if (!first) return null
  const questions = heads.every(({ form, outcome }) => form === first.form && outcome === first.outcome)
    ? differing(heads, questionsOf(first))
    : []
  const otherwise = questions.map(({ label }) => label).join('、')
  return (
    <>
      <ErrorSummary failure={failure} />
      <Notice tone="warn" title={<Trans>这次走访有 {heads.length} 份记录</Trans>}>
        <p>
          <Trans>两部手机同时改了它，两份都留着。请看一看，按哪一份算；没选的也不会丢，留在历史里。</Trans>
        </p>
        {otherwise !== '' && (
          <p>
            <strong>
              <Trans>不一样的：{otherwise}</Trans>
            </strong>
          </p>
        )}
      </Notice>
      {heads.map((head, index) => (
        <section key={head.id} className="stack" aria-label={t`第 ${index + 1} 份`}>
          <h2>
            <Trans>第 {index + 1} 份</Trans>
          </h2>
          <Recorded head={head} forms={area.forms} />
          <Button wide look="second" onPress={() => void settle({ way: 'one', keep: head.id })}>
            <Trans>按第 {index + 1} 份算</Trans>
          </Button>
        </section>
      ))}
      <Button wide look="second" onPress={() => void settle({ way: 'both', keep: first.id })}>
        <Trans>两份都留，算两次走访</Trans>
      </Button>
      {questions.length > 0 && (
        <details className="fold">
          <summary>
            <Trans>一题一题选</Trans>
          </summary>
          <FieldByField
            heads={heads}
            questions={questions}
            onSettle={(take) => void settle({ way: 'fields', keep: first.id, take })}
          />
        </details>
      )}
    </>
  )
}

type FieldByFieldProps = {
  readonly heads: readonly VisitHead[]
  readonly questions: readonly Question[]
  readonly onSettle: (take: { readonly [question: string]: string }) => void
}

/** The questions that were answered otherwise; what is the same in all versions is not asked. */
function FieldByField({ heads, questions, onSettle }: FieldByFieldProps) {
  const { t } = useLingui()
  const words = useAnswerWords()
  const [take, setTake] = useState<{ readonly [question: string]: string }>({})
  const answerOf = ({ answers }: VisitHead, { key, kind }: Question): string => {
    const value = answers[key]
    if (value === undefined) return t`没有答`
    return kind === 'photo' && Array.isArray(value) ? t`${value.length} 张照片` : words(value)
  }
  return (
    <div className="stack">
      {questions.map((question) => (
        <ChoiceList
          key={question.key}
          field={`take-${question.key}`}
          label={question.label}
          compact
          choices={heads.map((head, index) => ({
            value: head.id,
            label: t`第 ${index + 1} 份：${answerOf(head, question)}`,
          }))}
          value={take[question.key] ?? heads[0]?.id}
          onChange={(from) => setTake({ ...take, [question.key]: from })}
        />
      ))}
      <Button wide onPress={() => onSettle(take)}>
        <Trans>就按这样选的算</Trans>
      </Button>
    </div>
  )
}
