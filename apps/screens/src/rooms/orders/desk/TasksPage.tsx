import { Trans, useLingui } from '@lingui/react/macro'
import { DeskPage, usePage } from '../../../kit/desk/index.ts'
import { OrderQueue } from './queue/OrderQueue.tsx'

/** 我的任务: what this person, one of their teams or their unit has in hand to do. */
export default function TasksPage() {
  const { t } = useLingui()
  const pages = usePage('listMyTasks', {})
  return (
    <DeskPage
      title={t`我的任务`}
      lead={<Trans>派给您、您的队伍或单位的单。先联系，再办；点单号打开办理。</Trans>}
    >
      <OrderQueue caption={t`我的任务`} pages={pages} empty={<Trans>手上没有要办的单</Trans>} />
    </DeskPage>
  )
}
