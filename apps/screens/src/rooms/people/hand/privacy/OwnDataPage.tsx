import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Empty, Facts, Page, QueryView } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useQuery } from '../../../../kit/useQuery.ts'
import { mine } from '../addresses.ts'
import { SignedIn } from '../SignedIn.tsx'

/** Everything kept of me, kind by kind, newest first. */
export default function OwnDataPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`看我的资料`}
      back={{ href: mine.privacy.url(), label: <Trans>我的资料与隐私</Trans> }}
      lead={<Trans>电话只显示头尾。要看全部，请在上一页要一份。</Trans>}
    >
      <SignedIn>{() => <OwnData />}</SignedIn>
    </Page>
  )
}

function OwnData() {
  const say = useSay()
  const query = useQuery('readMyData', {})
  return (
    <QueryView query={query}>
      {({ parts }) =>
        parts.length === 0 ? (
          <Empty title={<Trans>这里还没有您的资料</Trans>} />
        ) : (
          parts.map(({ title, count, rows }) => (
            <details key={title.en} className="card">
              <summary>
                {say(title)}（{count}）
              </summary>
              {rows.map((row, index) => (
                <Card key={index}>
                  <Facts facts={row.map((fact) => [say(fact.title), say(fact.value)] as const)} />
                </Card>
              ))}
            </details>
          ))
        )
      }
    </QueryView>
  )
}
