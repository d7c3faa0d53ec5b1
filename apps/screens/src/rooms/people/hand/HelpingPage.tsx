import { Trans, useLingui } from '@lingui/react/macro'
import { Page, QueryView } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { usePlaceView } from '../../places/queries.ts'
import { useMe } from '../queries.ts'
import { HelpingForm } from './HelpingForm.tsx'
import { LeaveHelping } from './LeaveHelping.tsx'
import { SignedIn } from './SignedIn.tsx'

/** Becoming a helper, and how much and when to help. */
export default function HelpingPage() {
  const { t } = useLingui()
  return (
    <Page title={t`志愿服务`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <Helping />}</SignedIn>
    </Page>
  )
}

function Helping() {
  const me = useMe()
  const place = usePlaceView()
  return (
    <QueryView query={me}>
      {(person) => (
        <QueryView query={place}>
          {(view) => (
            <>
              {person.helper === null && (
                <p className="lead">
                  <Trans>接多少、什么时候接，都由您定。随时可以不接。</Trans>
                </p>
              )}
              <HelpingForm me={person} place={view} onSaved={me.retry} />
              {person.helper !== null && <LeaveHelping onLeft={me.retry} />}
            </>
          )}
        </QueryView>
      )}
    </QueryView>
  )
}
