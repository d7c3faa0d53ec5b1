import { Trans, useLingui } from '@lingui/react/macro'
import type { Answer } from '../../../kit/endpoints.ts'
import {
  ButtonLink,
  Card,
  CardLink,
  Empty,
  ErrorState,
  Loading,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { isSignedOut, useFace } from '../../people/hand/session.ts'
import { signInUrl } from '../../people/hand/signInUrl.ts'
import { myPledges, pledges } from './addresses.ts'
import { KeepForm, PledgeItem } from './PledgeItem.tsx'

type Shown = Answer<'publicPledges'>['items'][number]

/** 承诺墙: who looks after what here and what they promise; for residents what was meant for them, for everybody else what is public. */
export default function PledgeWallPage() {
  const { t } = useLingui()
  const { data, error, retry } = useFace()
  return (
    <Page
      title={t`承诺墙`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>谁负责什么、答应了什么，都是本人愿意公开的。只写事实，不打分、不排名。</Trans>}
    >
      {data ? (
        <Residents />
      ) : isSignedOut(error) ? (
        <Everybody />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void retry()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function Everybody() {
  const query = useQuery('publicPledges', { query: { limit: 50 } })
  return (
    <>
      <QueryView query={query}>{({ items }) => <Wall items={items} />}</QueryView>
      <Card title={<Trans>住在这里？</Trans>}>
        <p>
          <Trans>登录后还能看到只给本社区居民看的。</Trans>
        </p>
        <ButtonLink href={signInUrl(hand.signIn.url(), pledges.url())} wide>
          <Trans>去登录</Trans>
        </ButtonLink>
      </Card>
    </>
  )
}

function Residents() {
  const query = useQuery('communityPledges', { query: { limit: 50 } }, ['partners.'])
  return (
    <>
      <QueryView query={query}>
        {({ items }) => <Wall items={items} onKept={() => void query.retry()} />}
      </QueryView>
      <CardLink href={myPledges.url()} title={<Trans>我也亮身份、亮承诺</Trans>}>
        <Trans>任职、报到和做志愿服务的人可以公开，随时收回</Trans>
      </CardLink>
    </>
  )
}

function Wall({ items, onKept }: { readonly items: readonly Shown[]; readonly onKept?: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  if (items.length === 0)
    return (
      <Empty title={<Trans>还没有人亮身份</Trans>}>
        <p>
          <Trans>楼栋长、报到党员和志愿者愿意公开时，会显示在这里。</Trans>
        </p>
      </Empty>
    )
  return items.map(({ id, called, standings, areaName, duties, isMine, pledges: promised }) => (
    <Card key={id} title={called}>
      <p>
        {areaName} · {standings.map(say).join(t`、`)}
      </p>
      <p>
        <Trans>负责：{duties}</Trans>
      </p>
      {promised.length > 0 && (
        <ul>
          {promised.map((pledge) => (
            <PledgeItem key={pledge.id} pledge={pledge}>
              {onKept && !isMine && pledge.state === 'open' && <KeepForm pledge={pledge} onKept={onKept} />}
            </PledgeItem>
          ))}
        </ul>
      )}
    </Card>
  ))
}
