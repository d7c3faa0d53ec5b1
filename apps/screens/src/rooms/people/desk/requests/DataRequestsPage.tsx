import { Trans, useLingui } from '@lingui/react/macro'
import { OUTCOMES, REQUEST_KINDS } from '@linli/contract/privacy/words'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, StatusMark, usePage } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { useSay } from '../../../../kit/language.ts'
import { desk } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import type { DataRequest } from './request.ts'

/** What people ask about their own data, with the days that are left: those that wait first by their day. */
export default function DataRequestsPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const answered = search.get('answered') === 'true'
  const pages = usePage('listDataRequests', { query: { answered } }, ['privacy.'])
  const [answering, setAnswering] = useState<DataRequest>()
  const [saved, setSaved] = useState(false)
  const columns = useColumns(setAnswering)
  return (
    <DeskPage
      title={t`个人信息请求`}
      lead={<Trans>居民要求更正、说明或由人来定的请求。十五个工作日内答复，答复会通知本人。</Trans>}
    >
      <div className="desk-row" role="search" aria-label={t`筛选请求`}>
        <SelectField
          field="answered"
          label={<Trans>状态</Trans>}
          options={[
            { value: 'false', label: t`等答复` },
            { value: 'true', label: t`已答复` },
          ]}
          value={String(answered)}
          onChange={(next) => setSearch(next === 'true' ? { answered: 'true' } : {}, { replace: true })}
        />
      </div>
      <Saved>{saved && <Trans>已答复，已通知本人</Trans>}</Saved>
      <DataTable
        caption={t`个人信息请求`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={
          <EmptyState
            title={answered ? <Trans>还没有答复过的请求</Trans> : <Trans>没有等答复的请求</Trans>}
          />
        }
      />
      {answering && (
        <AnswerDialog
          request={answering}
          onClose={() => setAnswering(undefined)}
          onAnswered={() => {
            setAnswering(undefined)
            setSaved(true)
          }}
        />
      )}
    </DeskPage>
  )
}

function useColumns(answer: (request: DataRequest) => void): TableColumnsType<DataRequest> {
  const { t } = useLingui()
  const say = useSay()
  return [
    { title: t`期限`, key: 'due', render: (_, request) => <Due request={request} /> },
    { title: t`要办什么`, key: 'kind', render: (_, { kind }) => say(REQUEST_KINDS[kind]) },
    { title: t`请求`, key: 'words', render: (_, { words }) => <span className="row-reason">{words}</span> },
    {
      title: t`谁`,
      key: 'person',
      render: (_, { personId, personName }) => (
        <Link href={desk.person.url({ id: personId })}>{personName || t`这位居民`}</Link>
      ),
    },
    {
      title: t`有关工单`,
      key: 'order',
      render: (_, { orderId }) =>
        orderId && <Link href={desk.order.url({ id: orderId })}>{t`这张工单`}</Link>,
    },
    { title: t`提出时间`, key: 'askedAt', render: (_, { askedAt }) => say(momentWords(askedAt)) },
    {
      title: t`答复`,
      key: 'answer',
      render: (_, request) =>
        request.outcome === null ? (
          <Button onClick={() => answer(request)}>
            <Trans>答复</Trans>
          </Button>
        ) : (
          <span className="row-reason">
            {say(OUTCOMES[request.outcome])}：{request.answer}
          </span>
        ),
    },
  ]
}

function Due({ request: { dueOn, daysLeft, outcome } }: { readonly request: DataRequest }) {
  const { t } = useLingui()
  if (outcome !== null) return dueOn
  if (daysLeft < 0) {
    const late = -daysLeft
    return <StatusMark tone="late" word={t`已超期 ${late} 天`} />
  }
  return <StatusMark tone={daysLeft <= 5 ? 'waiting' : 'still'} word={t`还有 ${daysLeft} 天（${dueOn}）`} />
}
