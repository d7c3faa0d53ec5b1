import { Trans, useLingui } from '@lingui/react/macro'
import { CardLink, Empty, Page } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { hand } from '../../../kit/routes.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { useShownOrders } from '../queries.ts'

/** What neighbours agreed to show: without names, numbers or doors. */
export default function BoardPage() {
  const { t } = useLingui()
  usePlaceName()
  return (
    <Page
      title={t`晒单墙`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>邻居同意公开的事，已经隐去个人信息。</Trans>}
    >
      <MoreList
        usePage={useShownOrders}
        keyOf={({ slug }) => slug}
        row={({ slug, title, outcome, community }) => (
          <CardLink href={hand.shown.url({ slug })} title={title}>
            {community}
            <br />
            <span className="line-clamp-3">{outcome}</span>
          </CardLink>
        )}
        empty={<Empty title={<Trans>还没有晒出来的单</Trans>} />}
      />
      <a className="button button-second button-wide" href="/api/feeds/shown.xml">
        <Trans>订阅晒单墙（RSS）</Trans>
      </a>
    </Page>
  )
}
