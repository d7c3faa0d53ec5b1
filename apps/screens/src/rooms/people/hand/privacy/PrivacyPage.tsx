import { Trans, useLingui } from '@lingui/react/macro'
import { Card, CardLink, Page, QueryView } from '../../../../kit/hand/index.ts'
import { hand } from '../../../../kit/routes.ts'
import { useQuery } from '../../../../kit/useQuery.ts'
import { mine } from '../addresses.ts'
import { SignedIn } from '../SignedIn.tsx'
import { AskOffice } from './AskOffice.tsx'
import { Consents } from './Consents.tsx'
import { Copies } from './Copies.tsx'
import { Erasure } from './Erasure.tsx'

/** What the house keeps of me, and everything I can do about it, on one page. */
export default function PrivacyPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`我的资料与隐私`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>资料是您的。您可以看、要一份、改、撤回同意，也可以全部删掉。</Trans>}
    >
      <SignedIn>{() => <MyPrivacy />}</SignedIn>
    </Page>
  )
}

function MyPrivacy() {
  const query = useQuery('getMyPrivacy', {}, ['privacy.', 'notices.'])
  return (
    <QueryView query={query}>
      {(privacy) => (
        <>
          <CardLink href={mine.ownData.url()} title={<Trans>看我的资料</Trans>}>
            <Trans>这里存着我的什么</Trans>
          </CardLink>
          <CardLink href={mine.looks.url()} title={<Trans>谁看过我的资料</Trans>}>
            <Trans>哪天、哪个岗位、为什么</Trans>
          </CardLink>
          <Card title={<Trans>我的资料有错</Trans>}>
            <p>
              <Trans>姓名和住址自己就能改。手机号等别的，请办公室改。</Trans>
            </p>
            <CardLink href={mine.details.url()} title={<Trans>改姓名和住址</Trans>} />
          </Card>
          <Copies privacy={privacy} onChanged={query.retry} />
          <Consents privacy={privacy} onChanged={query.retry} />
          <AskOffice privacy={privacy} onChanged={query.retry} />
          <Erasure privacy={privacy} onChanged={query.retry} />
        </>
      )}
    </QueryView>
  )
}
