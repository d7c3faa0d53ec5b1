import { Trans, useLingui } from '@lingui/react/macro'
import { STATES } from '@linli/contract/orders/words'
import { useState } from 'react'
import {
  Button,
  ButtonLink,
  Card,
  CardLink,
  Empty,
  ErrorState,
  ErrorSummary,
  Loading,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { help, stations } from './addresses.ts'
import { comeBack, type Guest, isNobody, isResident, secretHere, useGuest } from './useGuest.ts'

/** 我的求助: what a guest asked for and how far it is; the address of this page is the way back. */
export default function GuestPage() {
  const { t } = useLingui()
  const guest = useGuest()
  const { data, error } = guest
  return (
    <Page title={t`我的求助`} back={{ href: stations.url(), label: <Trans>驿站</Trans> }}>
      {data && <Mine guest={data} />}
      {!data && !error && <Loading />}
      {isNobody(error) && <Return />}
      {isResident(error) && (
        <ButtonLink href={hand.myOrders.url()} wide>
          <Trans>您已经登录，去看我的单</Trans>
        </ButtonLink>
      )}
      {error && !isNobody(error) && !isResident(error) && (
        <ErrorState error={error} onRetry={() => void guest.retry()} />
      )}
    </Page>
  )
}

function Mine({ guest }: { readonly guest: Guest }) {
  const say = useSay()
  const query = useQuery('listMyOrders', { query: { limit: 20 } }, ['orders.'])
  const secret = secretHere()
  return (
    <>
      {secret && <KeepLink />}
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={<Trans>还没有求助过</Trans>} />
          ) : (
            <ul className="cards">
              {items.map(({ id, title, number, state }) => (
                <li key={id}>
                  <CardLink href={`${hand.order.url({ id })}?from=guest`} title={title}>
                    {number} · {say(STATES[state])}
                  </CardLink>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <ButtonLink href={help.url({ slug: guest.station.slug })} look="second" wide>
        <Trans>还要帮忙</Trans>
      </ButtonLink>
    </>
  )
}

/** The link is the only key: said once, in plain words. */
function KeepLink() {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  return (
    <Card title={<Trans>求助已发出</Trans>}>
      <p>
        <Trans>进展看这一页。请收藏本页，或复制链接发给自己；只有拿着链接的人看得到，请不要发给别人。</Trans>
      </p>
      <Button
        look="second"
        wide
        onPress={() =>
          void navigator.clipboard.writeText(globalThis.location.href).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {copied ? t`已复制` : t`复制这个链接`}
      </Button>
    </Card>
  )
}

function Return() {
  const { t } = useLingui()
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const secret = secretHere()
  if (!secret)
    return (
      <Empty title={<Trans>这里还没有您的求助</Trans>}>
        <p>
          <Trans>扫一扫驿站的码就能求助。以前求助过的，请打开当时收藏的链接。</Trans>
        </p>
      </Empty>
    )
  async function open(kept: string) {
    setBusy(true)
    setFailure(undefined)
    try {
      await comeBack(kept)
      globalThis.location.reload() // everything is read anew, as this guest
      return
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }
  return (
    <Card>
      <ErrorSummary failure={failure} />
      <Button wide busy={busy} busyWord={t`正在打开…`} onPress={() => void open(secret)}>
        <Trans>打开我的求助</Trans>
      </Button>
    </Card>
  )
}
