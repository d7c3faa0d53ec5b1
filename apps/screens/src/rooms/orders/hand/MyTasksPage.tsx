import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink, Empty, Page } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { hand } from '../../../kit/routes.ts'
import { handles } from '../../people/hand/session.ts'
import { useMyTasks } from '../queries.ts'
import { ForHelpers } from './ForHelpers.tsx'
import { OrderCard } from './OrderCard.tsx'

/** Orders this person has in hand to do. */
export default function MyTasksPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`我的任务`}
      back={{ href: hand.claimBoard.url(), label: <Trans>抢单大厅</Trans> }}
      lead={<Trans>您接下的、派给您的单。先联系，再办。</Trans>}
    >
      <ForHelpers may={handles}>
        <MoreList
          usePage={useMyTasks}
          keyOf={({ id }) => id}
          row={(order) => <OrderCard order={order} href={hand.task.url({ id: order.id })} />}
          empty={
            <Empty title={<Trans>手上没有要办的单</Trans>}>
              <p>
                <Trans>有空的话，看看附近谁需要帮忙。</Trans>
              </p>
              <ButtonLink href={hand.claimBoard.url()}>
                <Trans>去抢单大厅</Trans>
              </ButtonLink>
            </Empty>
          }
        />
      </ForHelpers>
    </Page>
  )
}
