import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation } from 'wouter'
import { Problem } from '../../../kit/failure.ts'
import { Button, ButtonLink, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { keep } from '../../../kit/storage.ts'
import { useScannedPlace } from '../queries.ts'
import { SCANNED } from './scanned.ts'
import { usePlaceName } from './usePlaceWords.ts'

/** The server answered, and knows no place with this code. */
const isUnknown = (error: Error | undefined) =>
  error instanceof Problem && (error.status === 400 || error.status === 404)

/** After scanning the code of a building or entrance: the place is filled in, one tap from asking for help. */
export default function AtPlacePage({ params }: PageProps<typeof hand.atPlace>) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  usePlaceName()
  const query = useScannedPlace(params.code)
  return (
    <Page title={t`您在这里`} back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}>
      {isUnknown(query.error) ? (
        <Notice tone="warn" title={<Trans>这个码认不出来</Trans>}>
          <p>
            <Trans>可能已经换了新的。请告诉社区一声；您要办的事照样可以办，自己选地方就行。</Trans>
          </p>
        </Notice>
      ) : (
        <QueryView query={query} rows={1}>
          {({ path, fullName, regionName }) => (
            <>
              <p className="text-[1.3rem] font-bold">{fullName}</p>
              <p>{say(regionName)}</p>
              <Button
                wide
                onPress={() => {
                  keep(SCANNED, { path, name: fullName })
                  go(hand.placeOrder.url())
                }}
              >
                <Trans>就在这里求助</Trans>
              </Button>
            </>
          )}
        </QueryView>
      )}
      <ButtonLink href={hand.placeOrder.url()} look="second" wide>
        <Trans>不在这里，换个地方求助</Trans>
      </ButtonLink>
    </Page>
  )
}
