import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { claims } from '../../people/hand/session.ts'
import { useClaims } from '../queries.ts'
import { ClaimCardView } from './ClaimCardView.tsx'
import { ForHelpers } from './ForHelpers.tsx'
import { LostNotice } from './LostNotice.tsx'
import { useClaim } from './useClaim.ts'
import { useWhyNot } from './useWhyNot.ts'

/** Where the link in a chat group leads: this one order, still to be taken or already taken. */
export default function ClaimPage({ params }: PageProps<typeof hand.claim>) {
  const { t } = useLingui()
  const board = hand.claimBoard.url()
  return (
    <Page title={t`有人需要帮忙`} back={{ href: board, label: <Trans>抢单大厅</Trans> }}>
      <ForHelpers may={claims}>
        <Claim id={params.id} />
      </ForHelpers>
      <ButtonLink href={board} look="second" wide>
        <Trans>看别的单</Trans>
      </ButtonLink>
    </Page>
  )
}

function Claim({ id }: { readonly id: string }) {
  const query = useClaims()
  const whyNot = useWhyNot()
  const { claim, busyWith, failure } = useClaim(query.retry)
  return (
    <>
      <LostNotice failure={failure} />
      <QueryView query={query} rows={1}>
        {({ items, mayClaim, why }) => {
          const card = items.find((one) => one.id === id)
          return (
            <>
              {!card && !failure && (
                <Notice tone="calm" title={<Trans>这一单不在您的抢单大厅里</Trans>}>
                  <p>
                    <Trans>可能已经有人接了，或者不在您服务的范围。</Trans>
                  </p>
                </Notice>
              )}
              {card && !mayClaim && <Notice tone="warn" title={whyNot(why)} />}
              {card && (
                <ClaimCardView
                  card={card}
                  mayClaim={mayClaim}
                  busy={busyWith === id}
                  onClaim={() => claim(id)}
                />
              )}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
