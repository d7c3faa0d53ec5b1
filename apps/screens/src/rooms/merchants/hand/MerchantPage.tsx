import { Trans, useLingui } from '@lingui/react/macro'
import type { MerchantView } from '@linli/contract/merchants/shapes'
import { ButtonLink, Card, Facts, Page, PhoneLink, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import { dayOf, dayWords, spanWords } from '../../stations/days.ts'
import { OpenMark } from '../../stations/hand/OpenMark.tsx'
import { useMerchant } from '../queries.ts'
import { type merchant as merchantPage, merchants, trustNotices } from './addresses.ts'

/** One merchant: open now, what it does, how to get there, and by which rule it is 信得过. */
export default function MerchantPage({ params }: PageProps<typeof merchantPage>) {
  const { t } = useLingui()
  const query = useMerchant(params.slug)
  return (
    <Page
      title={query.data?.name ?? t`商户`}
      back={{ href: merchants.url(), label: <Trans>身边商户</Trans> }}
    >
      <QueryView query={query}>
        {(merchant) => (
          <>
            <About merchant={merchant} />
            <Week merchant={merchant} />
            <Trust merchant={merchant} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

function About({ merchant }: { readonly merchant: MerchantView }) {
  const say = useSay()
  const { open, address, area, services, serviceNames, phone, links, stepFree, walks } = merchant
  const names = serviceNames.filter(({ key }) => services.includes(key)).map(({ name }) => say(name))
  const ways = [
    [links.amap, <Trans key="amap">高德地图</Trans>],
    [links.tencent, <Trans key="tencent">腾讯地图</Trans>],
    [links.baidu, <Trans key="baidu">百度地图</Trans>],
    [links.geo, <Trans key="geo">手机自带地图</Trans>],
  ] as const
  return (
    <>
      <Card>
        <p>
          <OpenMark open={open} />
        </p>
        <Facts
          facts={[
            [<Trans key="does">能做什么</Trans>, names.join('、')],
            [<Trans key="address">地址</Trans>, address],
            ...(area ? [[<Trans key="area">属于</Trans>, area] as const] : []),
            [
              <Trans key="steps">进门</Trans>,
              stepFree ? <Trans key="free">没有台阶</Trans> : <Trans key="stairs">有台阶</Trans>,
            ],
          ]}
        />
        {phone && <PhoneLink phone={phone} />}
      </Card>
      <section className="stack">
        <h2>
          <Trans>怎么走</Trans>
        </h2>
        {walks.length > 0 && (
          <ul>
            {walks.map((one) => {
              const { minutes } = one
              const from = one.area
              return (
                <li key={one.path}>
                  <Trans>
                    从{from}走过去 {minutes} 分钟（实测）
                  </Trans>
                </li>
              )
            })}
          </ul>
        )}
        {ways.map(([href, label]) => (
          <a key={href} className="button button-second button-wide" href={href} rel="noreferrer">
            <span>{label}</span>
          </a>
        ))}
      </section>
    </>
  )
}

function Week({ merchant }: { readonly merchant: MerchantView }) {
  const say = useSay()
  const today = dayOf(new Date())
  return (
    <Card title={<Trans>这几天的营业时间</Trans>}>
      <Facts
        facts={merchant.days.map(({ day, spans, holiday, note }) => [
          say(dayWords(day, today)),
          <span key={day}>
            {holiday && <span className="block">{say(holiday)}</span>}
            {note && <span className="block">{note}</span>}
            {spans.length === 0 && <Trans>不开</Trans>}
            {spans.map(({ from, to }) => (
              <span key={from} className="block">
                {say(spanWords(from, to))}
              </span>
            ))}
          </span>,
        ])}
      />
    </Card>
  )
}

function Trust({ merchant }: { readonly merchant: MerchantView }) {
  const say = useSay()
  const { trustedAt, notices } = merchant
  const { services, points, months } = merchant.rule
  const since = trustedAt && say(momentWords(trustedAt))
  return (
    <Card title={<Trans>信得过</Trans>}>
      <p>{since ? <Trans>{since} 起是信得过商户。</Trans> : <Trans>还不是信得过商户。</Trans>}</p>
      <p>
        <Trans>
          规则：最近 {months} 个月，居民自己确认办好的服务不少于 {services} 次、商户积分不少于 {points}{' '}
          分，公示期满没有成立的异议。
        </Trans>
      </p>
      {notices.some(({ state }) => state === 'open') && (
        <ButtonLink href={trustNotices.url()} look="second" wide>
          <Trans>正在公示，去看看</Trans>
        </ButtonLink>
      )}
    </Card>
  )
}
