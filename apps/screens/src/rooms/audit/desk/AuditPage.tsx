import { Trans, useLingui } from '@lingui/react/macro'
import { CORRECTION_REASONS, type CorrectionReason } from '@linli/contract/points/words'
import type { TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { ChainState } from './ChainState.tsx'
import { ACTIONS, actionWords, isAction, isSubject, SUBJECTS } from './words.ts'

type Entry = Answer<'listAudit'>['items'][number]

/** Most reasons are written by people; why an entry of points was wrong is chosen from a list. */
const isCorrection = (reason: string | null): reason is CorrectionReason =>
  reason !== null && Object.hasOwn(CORRECTION_REASONS, reason)

/** Who looked at what, and why; newest first. Entries can be added, never changed. */
export default function AuditPage() {
  const { t } = useLingui()
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('action') ?? ''
  const action = isAction(asked) ? asked : undefined
  const refused = search.get('refused') === 'true'
  const pages = usePage('listAudit', {
    query: { ...(action ? { action } : {}), ...(refused ? { refused } : {}) },
  })
  const columns = useColumns()

  function narrow(change: { action?: string | undefined; refused?: boolean }) {
    const next = { action, refused, ...change }
    setSearch(
      { ...(next.action ? { action: next.action } : {}), ...(next.refused ? { refused: 'true' } : {}) },
      { replace: true },
    )
  }

  return (
    <DeskPage
      title={t`查看记录`}
      lead={
        <Trans>
          每一次查看隐去的信息、每一次改动名册，都记在这里，没有获准的也记。记录只能增加，不能改。
        </Trans>
      }
    >
      <ChainState />
      <div className="desk-row" role="search" aria-label={t`筛选记录`}>
        <SelectField
          field="action"
          label={<Trans>做了什么</Trans>}
          clearable
          placeholder={t`不限`}
          options={optionsOf(ACTIONS, say)}
          value={action}
          onChange={(next) => narrow({ action: next })}
        />
        <SelectField
          field="refused"
          label={<Trans>结果</Trans>}
          clearable
          placeholder={t`不限`}
          options={[{ value: 'refused', label: t`只看未获准的` }]}
          value={refused ? 'refused' : undefined}
          onChange={(next) => narrow({ refused: next === 'refused' })}
        />
      </div>
      <DataTable
        caption={t`查看记录`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>没有这样的记录</Trans>} />}
      />
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<Entry> {
  const { t } = useLingui()
  const say = useSay()
  return [
    { title: t`时间`, key: 'at', render: (_, { at }) => <time dateTime={at}>{say(momentWords(at))}</time> },
    { title: t`谁`, key: 'actor', render: (_, { actorName }) => actorName ?? t`系统` },
    {
      title: t`做了什么`,
      key: 'action',
      render: (_, { action, refused }) => {
        const words = say(actionWords(action))
        return refused ? t`未获准：${words}` : words
      },
    },
    { title: t`对象`, key: 'subject', render: (_, entry) => <Subject {...entry} /> },
    {
      title: t`事由`,
      key: 'reason',
      render: (_, { reason }) => (
        <span className="row-reason">{isCorrection(reason) ? say(CORRECTION_REASONS[reason]) : reason}</span>
      ),
    },
  ]
}

/** What it was about; an order opens, and a person for whoever reads the register, too. */
function Subject({ subjectKind, subjectId }: Entry) {
  const { t } = useLingui()
  const say = useSay()
  const readsRegister = useHolds('gridWorker', 'intake', 'dispatcher')
  if (subjectId === null) return null
  if (subjectKind === 'order') return <Link href={desk.order.url({ id: subjectId })}>{t`这张工单`}</Link>
  if (subjectKind === 'person' && !readsRegister) return t`这位人员`
  if (subjectKind === 'person') return <Link href={desk.person.url({ id: subjectId })}>{t`这位人员`}</Link>
  return isSubject(subjectKind) ? say(SUBJECTS[subjectKind]) : <code>{subjectKind}</code>
}
