import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink, Card, Facts, Figure, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { useNow } from '../../../kit/useNow.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useOrder } from '../queries.ts'
import type { receipt } from './addresses.ts'
import { useTitle } from './useTitle.ts'
import { dueWords, NEXT, ownerWords } from './words.ts'

/** The receipt: the number in large type, what happens next, who has it and by when. */
export default function ReceiptPage({ params }: PageProps<typeof receipt>) {
  const { t } = useLingui()
  return (
    <Page title={t`收到了`} lead={<Trans>您的单已经发出。</Trans>}>
      <SignedIn>{() => <Receipt id={params.id} />}</SignedIn>
      <ButtonLink href={hand.order.url({ id: params.id })} wide>
        <Trans>看这一单办到哪了</Trans>
      </ButtonLink>
      <ButtonLink href={hand.home.url()} look="second" wide>
        <Trans>回到首页</Trans>
      </ButtonLink>
    </Page>
  )
}

function Receipt({ id }: { readonly id: string }) {
  const say = useSay()
  const now = useNow()
  const titleOf = useTitle()
  const query = useOrder(id)
  return (
    <QueryView query={query} rows={2}>
      {({ number, title, state, owner, due }) => {
        const next = NEXT[state]
        return (
          <Card title={titleOf(title)}>
            <p>
              <Trans>单号</Trans>
              <br />
              <strong className="text-[1.7rem] leading-snug">
                <Figure>{number}</Figure>
              </strong>
            </p>
            {next && (
              <p>
                <Trans>接下来：</Trans>
                {say(next)}
              </p>
            )}
            <Facts
              facts={[
                [<Trans key="who">谁在办</Trans>, say(ownerWords(owner))],
                ...(due ? [[<Trans key="when">几点前</Trans>, say(dueWords(due, now))] as const] : []),
              ]}
            />
          </Card>
        )
      }}
    </QueryView>
  )
}
