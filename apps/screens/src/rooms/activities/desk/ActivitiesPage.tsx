import { Trans, useLingui } from '@lingui/react/macro'
import type { DeskActivityCard } from '@linli/contract/activities/shapes'
import { ACTIVITY_STATES } from '@linli/contract/activities/words'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { DeskPage, EmptyState, ErrorState, Loading, usePage } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { clockOf } from '../../stations/days.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { activity as activityPage } from './addresses.ts'

/** 活动: what is planned, on and over in the reader's areas, the latest first. */
export default function ActivitiesPage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const list = usePage('manageActivities', { query: {} }, ['activities.'])
  const columns = useColumns()
  const [planning, setPlanning] = useState(false)
  return (
    <DeskPage
      title={t`活动`}
      lead={<Trans>安排、发布、签到、小结都在这里；报名的人只看到打码的姓名和电话。</Trans>}
      actions={
        <Button type="primary" onClick={() => setPlanning(true)}>
          <Trans>安排活动</Trans>
        </Button>
      }
    >
      {list.loading && <Loading />}
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <EmptyState title={<Trans>还没有安排活动</Trans>} />
      )}
      {list.rows.length > 0 && (
        <WideTable<DeskActivityCard>
          aria-label={t`活动`}
          columns={columns}
          dataSource={[...list.rows]}
          rowKey={({ id }) => id}
        />
      )}
      {list.more && (
        <Button loading={list.fetchingMore} onClick={list.more}>
          <Trans>看更早的</Trans>
        </Button>
      )}
      {planning && (
        <ActivityDialog onClose={() => setPlanning(false)} onSaved={(id) => go(activityPage.url({ id }))} />
      )}
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<DeskActivityCard> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`名称`,
      key: 'title',
      render: (_, { id, title, series }) => (
        <>
          <Link href={activityPage.url({ id })}>{title}</Link>
          {series && (
            <span className="row-small">
              <Trans>系列</Trans>
            </span>
          )}
        </>
      ),
    },
    {
      title: t`什么时候`,
      key: 'when',
      render: (_, { startsAt, endsAt }) => `${say(momentWords(startsAt))}–${clockOf(endsAt)}`,
    },
    {
      title: t`在哪里`,
      key: 'where',
      render: (_, { place, area }) => (
        <span className="row-words">
          {place}
          <span className="row-small">{area}</span>
        </span>
      ),
    },
    {
      title: t`报名`,
      key: 'seats',
      render: (_, { signUp, seats }) => {
        if (!signUp) return t`不用报名`
        const attend = seats.find(({ part }) => part === 'attend')
        if (!attend) return '—'
        return attend.seats === null ? String(attend.taken) : `${attend.taken} / ${attend.seats}`
      },
    },
    { title: t`状态`, key: 'state', render: (_, { state }) => say(ACTIVITY_STATES[state]) },
  ]
}
