import { Trans, useLingui } from '@lingui/react/macro'
import { CardLink, Empty, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { PressMark } from '../standing.tsx'
import { press } from './addresses.ts'

/** 请我去看的: old people who pressed and to whom somebody must go now. */
export default function MyPressesPage() {
  const { t } = useLingui()
  return (
    <Page title={t`请我去看的`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <Asked />}</SignedIn>
    </Page>
  )
}

function Asked() {
  const say = useSay()
  const query = useQuery('myPresses', {}, ['devices.'])
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={<Trans>现在没有人等您去看</Trans>}>
            <p>
              <Trans>有老人按了一键通、需要人马上去时，这里会出现，也会给您发通知。</Trans>
            </p>
          </Empty>
        ) : (
          items.map((one) => (
            <CardLink
              key={one.id}
              href={press.url({ id: one.id })}
              title={`${one.name} ${one.areaName} ${one.room}`}
              mark={<PressMark press={one} />}
            >
              <Trans>{say(momentWords(one.pressedAt))} 按下，打开答复去还是不去</Trans>
            </CardLink>
          ))
        )
      }
    </QueryView>
  )
}
