import { Trans } from '@lingui/react/macro'
import { CardLink } from '../../../kit/hand/Card.tsx'
import { hand } from '../../../kit/routes.ts'
import { care } from '../../care/hand/addresses.ts'
import { myPresses } from '../../devices/hand/addresses.ts'
import { duties } from '../../duties/hand/addresses.ts'
import { campaigns } from '../../visits/hand/addresses.ts'
import { type Face, holds } from './session.ts'

/** The ways to the day's work of whoever handles orders: on the first page, and among everything that is one's own. */
export default function WorkWays({ face }: { readonly face: Face }) {
  return (
    <>
      <CardLink href={hand.myTasks.url()} title={<Trans>我的任务</Trans>}>
        <Trans>我接下的、派给我的单</Trans>
      </CardLink>
      {holds(face, 'gridWorker') && (
        <CardLink href={campaigns.url()} title={<Trans>走访</Trans>}>
          <Trans>我的片区要走的住户，没有信号也能记</Trans>
        </CardLink>
      )}
      {holds(face, 'helper') && (
        <CardLink href={duties.url()} title={<Trans>我的值班</Trans>}>
          <Trans>社区问您能不能来、排在哪一班、签到</Trans>
        </CardLink>
      )}
      <CardLink href={myPresses.url()} title={<Trans>请我去看的</Trans>}>
        <Trans>一键通紧急时请我去看看谁</Trans>
      </CardLink>
      <CardLink href={care.url()} title={<Trans>关爱</Trans>}>
        <Trans>我关爱的人今天要联系的，和为我家安排的</Trans>
      </CardLink>
    </>
  )
}
