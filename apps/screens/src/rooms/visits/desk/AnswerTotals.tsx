import { Trans, useLingui } from '@lingui/react/macro'
import type { QuestionTotals } from '@linli/contract/visits/answerShapes'
import { EmptyState, Panel } from '../../../kit/desk/index.ts'
import './answers.css'

/** What each question was answered, in the order of the form: numbers beside bars, so that neither is needed for the other. */
export function QuestionTotalsPanel({ questions }: { readonly questions: readonly QuestionTotals[] }) {
  const given = questions.filter(({ answered }) => answered > 0)
  if (given.length === 0) return <EmptyState title={<Trans>还没有人回答</Trans>} />
  return (
    <Panel title={<Trans>汇总</Trans>}>
      <div className="answers-totals">
        {questions.map((question) => (
          <section key={`${question.key} ${question.kind}`} aria-label={question.label}>
            <h3>{question.label}</h3>
            <p>
              <Trans>{question.answered} 次答了</Trans>
            </p>
            <Choices question={question} />
            <Numbers question={question} />
          </section>
        ))}
      </div>
    </Panel>
  )
}

function Choices({ question: { label, choices, answered } }: { readonly question: QuestionTotals }) {
  if (choices.length === 0) return null
  return (
    <table className="answers-choices" aria-label={label}>
      <tbody>
        {choices.map(({ choice, visits }) => (
          <tr key={choice}>
            <th scope="row">{choice}</th>
            <td>{visits}</td>
            <td aria-hidden="true">
              <span
                className="answers-bar"
                style={{ width: `${answered === 0 ? 0 : (100 * visits) / answered}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Numbers({ question: { sum, least, most } }: { readonly question: QuestionTotals }) {
  const { t } = useLingui()
  if (sum === null || least === null || most === null) return null
  const facts = [
    [t`合计`, sum],
    [t`最少`, least],
    [t`最多`, most],
  ] as const
  return (
    <dl className="desk-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
