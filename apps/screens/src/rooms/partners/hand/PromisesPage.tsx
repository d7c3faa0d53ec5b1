import { Trans, useLingui } from '@lingui/react/macro'
import { PROMISE_STATES, SIDES } from '@linli/contract/partners/words'
import { Card, CardLink, Empty, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { yuanWords } from '../yuan.ts'
import { pledges } from './addresses.ts'

/** 共建承诺: what units and communities promised each other and let everybody see. */
export default function PromisesPage() {
  const { t } = useLingui()
  const say = useSay()
  const query = useQuery('publicPromises', { query: { limit: 50 } }, ['partners.'])
  return (
    <Page
      title={t`共建承诺`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>单位和社区互相答应的事，办没办好由对方确认。</Trans>}
    >
      <CardLink href={pledges.url()} title={<Trans>承诺墙</Trans>}>
        <Trans>楼栋长、党员和志愿者亮出的身份和承诺</Trans>
      </CardLink>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={<Trans>还没有公开的承诺</Trans>}>
              <p>
                <Trans>双方签署并同意公开后，会显示在这里。</Trans>
              </p>
            </Empty>
          ) : (
            items.map(({ unitName, areaName, title, fromOn, toOn, items: promises }) => (
              <Card key={`${title}${areaName}${fromOn}${unitName.zh}`} title={title}>
                <p>
                  {say(unitName)} · {areaName} · {fromOn} – {toOn}
                </p>
                <ul>
                  {promises.map(({ side, words, dueOn, fen, paidFen, state }) => (
                    <li key={`${side}${words}${dueOn}`}>
                      {say(SIDES[side])}：{words} · {say(PROMISE_STATES[state])}
                      {fen !== null && (
                        <>
                          {' · '}
                          <Trans>
                            到位 {yuanWords(paidFen)} 元，共 {yuanWords(fen)} 元
                          </Trans>
                        </>
                      )}
                      {state !== 'kept' && (
                        <>
                          {' · '}
                          <Trans>{dueOn} 前</Trans>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </Card>
            ))
          )
        }
      </QueryView>
    </Page>
  )
}
