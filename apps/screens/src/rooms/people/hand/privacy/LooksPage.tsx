import { Trans, useLingui } from '@lingui/react/macro'
import type { Answer } from '../../../../kit/endpoints.ts'
import { Card, Empty, Facts, Page } from '../../../../kit/hand/index.ts'
import { MoreList } from '../../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useQuery } from '../../../../kit/useQuery.ts'
import { mine } from '../addresses.ts'
import { SignedIn } from '../SignedIn.tsx'

type Look = Answer<'listLooksAtMe'>['items'][number]

/** Who looked at my data or changed it: when, in which post, and why. */
export default function LooksPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`谁看过我的资料`}
      back={{ href: mine.privacy.url(), label: <Trans>我的资料与隐私</Trans> }}
      lead={<Trans>工作人员每次看您的电话、地址，都要写明事由，都记在这里，谁也改不了。</Trans>}
    >
      <SignedIn>
        {() => (
          <MoreList
            usePage={useLooks}
            keyOf={({ id }) => id}
            row={(look) => <OneLook look={look} />}
            empty={<Empty title={<Trans>还没有人看过</Trans>} />}
          />
        )}
      </SignedIn>
    </Page>
  )
}

const useLooks = (after: string | undefined) => useQuery('listLooksAtMe', { query: after ? { after } : {} })

function OneLook({ look }: { readonly look: Look }) {
  const { t } = useLingui()
  const say = useSay()
  const post = say(look.who)
  return (
    <Card title={say(look.what)}>
      <Facts
        facts={[
          [t`时间`, say(momentWords(look.at))],
          [t`岗位`, look.where ? `${look.where} ${post}` : post],
          ...(look.reason ? [[t`事由`, look.reason] as const] : []),
          ...(look.number ? [[t`工单`, look.number] as const] : []),
        ]}
      />
    </Card>
  )
}
