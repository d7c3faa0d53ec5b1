import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { AnsweredVisit, AnswerTotals, ListedAnswer } from '@linli/contract/visits/answerShapes'
import { OUTCOMES, type Outcome } from '@linli/contract/visits/words'
import type { TableColumnsType } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { SelectField } from '../../../kit/desk/fields.tsx'
import {
  DataTable,
  DeskPage,
  EmptyState,
  Loading,
  Panel,
  ReadView,
  StatusMark,
  usePage,
  useRead,
} from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import { QuestionTotalsPanel } from './AnswerTotals.tsx'
import { type answers, campaign, conflicts as conflictsAt, visit as visitAt } from './addresses.ts'

/** The map's own program comes only where somebody answered with a place. */
const AnswersMap = lazy(() => import('./AnswersMap.tsx'))

type Filters = {
  readonly grid?: string
  readonly outcome?: Outcome
  readonly question?: string
  readonly answer?: string
}

/** 回答: question by question, on a map, and visit by visit. What was written is opened one door at a time. */
export default function AnswersPage({ params: { id } }: PageProps<typeof answers>) {
  const { t } = useLingui()
  const [filters, setFilters] = useState<Filters>({})
  const totals = useRead('sumVisitAnswers', { params: { id }, query: filters }, ['visits.'])
  const pages = usePage('listVisitAnswers', { params: { id }, query: filters }, ['visits.'])
  // While another filter is being read, what was last known of the campaign stays on the page.
  const [known, setKnown] = useState<AnswerTotals>()
  if (totals.data && totals.data !== known) setKnown(totals.data)
  const columns = useColumns(id)
  return (
    <DeskPage
      title={known ? t`${known.campaign.name}：回答` : t`走访回答`}
      back={{ href: campaign.url({ id }), label: <Trans>走访进度</Trans> }}
      lead={
        <Trans>
          只看问到了什么，不看谁走得多。写下的话和照片不列出来，要看请一户一户打开，每次都留记录。
        </Trans>
      }
    >
      {known && <FilterPanel totals={known} filters={filters} onChange={setFilters} />}
      <ReadView read={totals}>
        {(sum) => (
          <>
            <p role="status">
              <Trans>{sum.visits} 次走访</Trans>
              {sum.conflicts > 0 && (
                <>
                  {' · '}
                  <Link href={conflictsAt.url({ id })}>
                    <Trans>另有 {sum.conflicts} 次有两份，核对后算进来</Trans>
                  </Link>
                </>
              )}
            </p>
            <QuestionTotalsPanel questions={sum.questions} />
            {sum.places.length > 0 && (
              <Panel title={<Trans>答了地点的</Trans>}>
                <Suspense fallback={<Loading />}>
                  <AnswersMap campaign={id} places={sum.places} questions={sum.questions} />
                </Suspense>
              </Panel>
            )}
          </>
        )}
      </ReadView>
      <Panel title={<Trans>一次一次看</Trans>}>
        <DataTable<AnsweredVisit>
          caption={t`走访回答`}
          columns={columns}
          rowKey={(row) => row.id}
          pages={pages}
          empty={<EmptyState title={<Trans>没有这样的走访</Trans>} />}
        />
      </Panel>
    </DeskPage>
  )
}

function useColumns(id: string): TableColumnsType<AnsweredVisit> {
  const { t } = useLingui()
  const say = useSay()
  const shown = ({ kind, shown: words, hidden }: ListedAnswer): string => {
    if (kind === 'photo') return t`${hidden ?? 0} 张照片`
    if (kind === 'place') return words ?? t`没有名字的地点`
    return words ?? t`写了 ${hidden ?? 0} 个字`
  }
  return [
    {
      title: t`哪一户`,
      key: 'door',
      render: (_, { visit, door }) => <Link href={visitAt.url({ id, visit })}>{door}</Link>,
    },
    { title: t`时间`, key: 'at', render: (_, { at }) => <time dateTime={at}>{say(momentWords(at))}</time> },
    {
      title: t`结果`,
      key: 'outcome',
      render: (_, { outcome, isTwice }) => (
        <>
          {say(OUTCOMES[outcome])}
          {isTwice && <StatusMark tone="late" word={t`有两份，要核对`} />}
        </>
      ),
    },
    {
      title: t`回答`,
      key: 'answers',
      render: (_, { answers }) => (
        <dl className="answers-listed">
          {answers.map((answer) => (
            <div key={answer.key}>
              <dt>{answer.label}</dt>
              <dd>{shown(answer)}</dd>
            </div>
          ))}
        </dl>
      ),
    },
    { title: t`转成工单`, key: 'orders', dataIndex: 'orders' },
  ]
}

type FilterPanelProps = {
  readonly totals: AnswerTotals
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Without what is undefined, as the contract has it. */
const only = (filters: { readonly [name in keyof Filters]: Filters[name] | undefined }): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))

function FilterPanel({ totals, filters, onChange }: FilterPanelProps) {
  const { t } = useLingui()
  const say = useSay()
  const question = totals.questions.find(({ key }) => key === filters.question)
  const change = (part: { readonly [name in keyof Filters]: Filters[name] | undefined }) =>
    onChange(only({ ...filters, ...part }))
  return (
    <section className="answers-filter" aria-label={t`筛选`}>
      {totals.grids.length > 1 && (
        <SelectField
          field="grid"
          label={<Trans>网格</Trans>}
          clearable
          placeholder={t`全部`}
          options={totals.grids.map(({ path, name }) => ({ value: path, label: name }))}
          value={filters.grid}
          onChange={(grid) => change({ grid })}
        />
      )}
      <SelectField
        field="outcome"
        label={<Trans>结果</Trans>}
        clearable
        placeholder={t`全部`}
        options={optionsOf(OUTCOMES, say)}
        value={filters.outcome}
        onChange={(code) => change({ outcome: codesOf(OUTCOMES).find((one) => one === code) })}
      />
      <SelectField
        field="question"
        label={<Trans>答了哪一题</Trans>}
        clearable
        placeholder={t`全部`}
        options={totals.questions.map(({ key, label }) => ({ value: key, label }))}
        value={filters.question}
        onChange={(key) => change({ question: key, answer: undefined })}
      />
      {question && question.choices.length > 0 && (
        <SelectField
          field="answer"
          label={<Trans>怎么答的</Trans>}
          clearable
          placeholder={t`全部`}
          options={question.choices.map(({ choice }) => ({ value: choice, label: choice }))}
          value={filters.answer}
          onChange={(answer) => change({ answer })}
        />
      )}
    </section>
  )
}
