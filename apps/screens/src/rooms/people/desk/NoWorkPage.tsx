import { Trans, useLingui } from '@lingui/react/macro'
import { DeskPage, Panel } from '../../../kit/desk/index.ts'
import { hand } from '../../../kit/routes.ts'

/** For somebody who is signed in and holds no post that works at a desk: what they may do, and where. */
export function NoWorkPage() {
  const { t } = useLingui()
  const ways = [
    { href: hand.placeOrder.url(), word: t`点单：求助、反映、咨询` },
    { href: hand.myOrders.url(), word: t`看自己的单办到哪一步` },
    { href: hand.inbox.url(), word: t`看通知` },
    { href: hand.me.url(), word: t`改自己的资料，报名当志愿者` },
  ]
  return (
    <DeskPage
      title={t`您的事都在手机页面上办`}
      lead={<Trans>工作台给受理、派单、审核等岗位用，您现在没有这里的岗位。</Trans>}
    >
      <Panel title={<Trans>您可以</Trans>}>
        <ul>
          {ways.map(({ href, word }) => (
            <li key={href}>
              <a href={href}>{word}</a>
            </li>
          ))}
        </ul>
        <p>
          <Trans>应该有岗位的，请区级管理员打开您的人员页面任职，办好后刷新这一页。</Trans>
        </p>
      </Panel>
    </DeskPage>
  )
}
