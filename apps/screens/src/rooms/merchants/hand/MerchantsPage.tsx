import { Trans, useLingui } from '@lingui/react/macro'
import type { Words } from '@linli/contract'
import type { MerchantCard, Walk } from '@linli/contract/merchants/shapes'
import { useState } from 'react'
import {
  Button,
  ButtonLink,
  CardLink,
  ChoiceList,
  Empty,
  ManyChoiceList,
  Notice,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { OpenMark } from '../../stations/hand/OpenMark.tsx'
import { useHere } from '../../stations/hand/useHere.ts'
import { useMerchants } from '../queries.ts'
import { merchant as merchantPage, trustNotices } from './addresses.ts'
import { nearestFirst } from './walk.ts'

type Wish = 'open' | 'stepFree' | 'trusted'
type Service = { readonly key: string; readonly name: Words }
const EVERYTHING = 'everything'

/** 身边商户: what is open near by, the nearest first once the person allows it. Opens without an account. */
export default function MerchantsPage() {
  const { t } = useLingui()
  const query = useMerchants()
  const { here, ask } = useHere()
  return (
    <Page
      title={t`身边商户`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>买菜、抓药、理发、修东西，看看走几分钟有哪家、现在开没开。</Trans>}
    >
      {here.state !== 'known' && (
        <Button look="second" wide busy={here.state === 'asking'} busyWord={t`正在找您的位置…`} onPress={ask}>
          <Trans>看看走过去要几分钟</Trans>
        </Button>
      )}
      {here.state === 'refused' && (
        <Notice tone="calm" title={<Trans>没有拿到位置</Trans>}>
          <p>
            <Trans>手机没有允许，或者一时找不到。下面照样可以按类别找。</Trans>
          </p>
        </Notice>
      )}
      <QueryView query={query}>
        {({ items, services, walk }) => (
          <Found
            items={items}
            services={services}
            walk={walk}
            here={here.state === 'known' ? here.position : undefined}
          />
        )}
      </QueryView>
      <ButtonLink href={trustNotices.url()} look="second" wide>
        <Trans>信得过商户公示</Trans>
      </ButtonLink>
    </Page>
  )
}

type FoundProps = {
  readonly items: readonly MerchantCard[]
  readonly services: readonly Service[]
  readonly walk: Walk
  readonly here: { readonly longitude: number; readonly latitude: number } | undefined
}

function Found({ items, services, walk, here }: FoundProps) {
  const say = useSay()
  const [service, setService] = useState(EVERYTHING)
  const [wishes, setWishes] = useState<readonly Wish[]>([])
  const fits = (one: MerchantCard) =>
    (service === EVERYTHING || one.services.includes(service)) &&
    (!wishes.includes('open') || one.open.state !== 'closed') &&
    (!wishes.includes('stepFree') || one.stepFree) &&
    (!wishes.includes('trusted') || one.trusted)
  const there = services.filter(({ key }) => items.some((one) => one.services.includes(key)))
  const shown = nearestFirst(items.filter(fits), here, walk)
  const factor = walk.detourHundredths / 100
  return (
    <>
      {there.length > 1 && (
        <ChoiceList
          field="service"
          label={<Trans>要做什么</Trans>}
          compact
          choices={[
            { value: EVERYTHING, label: <Trans>都看看</Trans> },
            ...there.map(({ key, name }) => ({ value: key, label: say(name) })),
          ]}
          value={service}
          onChange={setService}
        />
      )}
      <ManyChoiceList<Wish>
        field="wishes"
        label={<Trans>只看</Trans>}
        compact
        choices={[
          { value: 'open', label: <Trans>现在开着的</Trans> },
          { value: 'stepFree', label: <Trans>轮椅进得去的</Trans> },
          { value: 'trusted', label: <Trans>信得过的</Trans> },
        ]}
        value={wishes}
        onChange={setWishes}
      />
      {here && (
        <p>
          <Trans>
            分钟数是估算的：直线距离乘 {factor}，每分钟走 {walk.metresPerMinute} 米。您的位置只留在手机上。
          </Trans>
        </p>
      )}
      {shown.length === 0 ? (
        <Empty title={<Trans>没有找到这样的商户</Trans>}>
          <p>
            <Trans>换一类看看，或者少选几个条件。</Trans>
          </p>
        </Empty>
      ) : (
        <ul className="cards">
          {shown.map(({ merchant, minutes }) => (
            <li key={merchant.slug}>
              <Row merchant={merchant} minutes={minutes} services={services} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type RowProps = {
  readonly merchant: MerchantCard
  readonly minutes: number | undefined
  readonly services: readonly Service[]
}

function Row({ merchant, minutes, services }: RowProps) {
  const say = useSay()
  const names = services.filter(({ key }) => merchant.services.includes(key)).map(({ name }) => say(name))
  return (
    <CardLink
      href={merchantPage.url({ slug: merchant.slug })}
      title={merchant.name}
      mark={<OpenMark open={merchant.open} />}
    >
      {merchant.trusted && (
        <>
          <strong>
            <Trans>信得过</Trans>
          </strong>
          <br />
        </>
      )}
      {minutes !== undefined && (
        <>
          <strong>
            <Trans>走过去约 {minutes} 分钟</Trans>
          </strong>
          <br />
        </>
      )}
      {names.join('、')}
      <br />
      {merchant.address}
    </CardLink>
  )
}
