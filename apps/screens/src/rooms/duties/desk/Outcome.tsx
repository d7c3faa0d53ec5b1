import { Trans, useLingui } from '@lingui/react/macro'
import { GAP_REASONS } from '@linli/contract/duties/words'
import { Panel } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'

type Roster = Answer<'getRoster'>
type Reached = NonNullable<Roster['outcome']>
type Gap = Reached['gaps'][number]

/** What the proposal reaches, how even it is, and each place that stays open with the reason in words. */
export function Outcome({ roster, outcome }: { readonly roster: Roster; readonly outcome: Reached }) {
  const { t } = useLingui()
  const say = useSay()
  const { places, filled, bound, gaps, moreGaps, leastHours, mostHours, leastNights, mostNights } = outcome
  const open = places - filled
  const postName = (id: string) => roster.posts.find((post) => post.id === id)?.name ?? ''
  const shiftName = (key: string) => roster.shifts.find((shift) => shift.key === key)?.name ?? key
  return (
    <Panel title={<Trans>方案</Trans>}>
      <p>
        <Trans>
          共 {places} 个班位，排了 {filled} 个。每人 {leastHours} 到 {mostHours} 小时，夜班 {leastNights} 到{' '}
          {mostNights} 次。
        </Trans>
      </p>
      {open > 0 && (
        <p>
          <Trans>
            还空 {open} 个；按现在能来的人，无论怎样排至少空 {bound}{' '}
            个。可以再征询一些人，或减少岗位和每班人数。
          </Trans>
        </p>
      )}
      {gaps.length > 0 && roster.state === 'accepted' && (
        <p>
          <Trans>下面是排班时的空缺；现在还缺谁，看上面的值班表，在那里补人。</Trans>
        </p>
      )}
      {gaps.length > 0 && (
        <WideTable<Gap>
          aria-label={t`空缺`}
          dataSource={[...gaps]}
          rowKey={({ day, shift, postId }) => `${day} ${shift} ${postId}`}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: t`日期`, key: 'day', dataIndex: 'day' },
            { title: t`班次`, key: 'shift', render: (_, { shift }) => shiftName(shift) },
            { title: t`岗位`, key: 'post', render: (_, { postId }) => postName(postId) },
            { title: t`缺几人`, key: 'missing', dataIndex: 'missing', align: 'right' },
            { title: t`为什么`, key: 'why', render: (_, { why }) => say(GAP_REASONS[why]) },
          ]}
        />
      )}
      {moreGaps > 0 && (
        <p>
          <Trans>另有 {moreGaps} 处空缺没有列出。</Trans>
        </p>
      )}
    </Panel>
  )
}
