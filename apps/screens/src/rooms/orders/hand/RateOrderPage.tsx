import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { RESULTS } from '@linli/contract/orders/words'
import { useLocation } from 'wouter'
import { useDraft } from '../../../kit/drafts.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import {
  ButtonLink,
  ChoiceList,
  Notice,
  Page,
  QueryView,
  ScoreField,
  TextArea,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useOrder } from '../queries.ts'
import { StepForm } from './StepForm.tsx'
import { gradesOf, scoreOf } from './score.ts'

/** 评单: was it solved, and how satisfied, in one's own words. Nobody sees who gave a low grade but the follow-up desk. */
export default function RateOrderPage({ params }: PageProps<typeof hand.rateOrder>) {
  const { t } = useLingui()
  const back = hand.order.url({ id: params.id })
  return (
    <Page
      title={t`评单`}
      back={{ href: back, label: <Trans>这张单</Trans> }}
      lead={<Trans>照实说就好，不满意也请直说，不会给您带来麻烦。</Trans>}
    >
      <SignedIn>{() => <Rate id={params.id} back={back} />}</SignedIn>
    </Page>
  )
}

function Rate({ id, back }: { readonly id: string; readonly back: string }) {
  const query = useOrder(id)
  return (
    <QueryView query={query}>
      {(order) =>
        order.actions.includes('rateOrder') ? (
          <RateForm order={order} back={back} />
        ) : (
          <>
            <Notice tone="calm" title={<Trans>这一单现在不用评</Trans>}>
              <p>
                <Trans>可能已经评过了，或者还在办。</Trans>
              </p>
            </Notice>
            <ButtonLink href={back} wide>
              <Trans>回到这张单</Trans>
            </ButtonLink>
          </>
        )
      }
    </QueryView>
  )
}

const RESOLVED = ['solved', 'partlySolved', 'notSolved'] as const
type Resolved = (typeof RESOLVED)[number]
type Draft = { readonly resolved: Resolved | null; readonly score: number | null; readonly comment: string }
const EMPTY: Draft = { resolved: null, score: null, comment: '' }

function RateForm({ order, back }: { readonly order: OrderView; readonly back: string }) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [draft, change, clear] = useDraft(`rate ${order.id}`, EMPTY)
  const rating = useCommand('rateOrder')
  const score = scoreOf(draft.score)
  const errors = [
    ...(draft.resolved ? [] : [{ field: 'resolved', message: t`请选事情解决了没有` }]),
    ...(score ? [] : [{ field: 'score', message: t`请选满意不满意` }]),
  ]

  async function send() {
    if (!draft.resolved || !score) return
    const comment = draft.comment.trim()
    const body = { version: order.version, resolved: draft.resolved, score, ...(comment ? { comment } : {}) }
    if (!(await rating.send({ params: { id: order.id }, body }))) return
    clear()
    go(back)
  }

  return (
    <StepForm
      label={<Trans>提交评价</Trans>}
      busyWord={t`正在提交…`}
      sending={rating.sending}
      failure={rating.failure}
      errors={errors}
      onSend={send}
    >
      {(shown) => (
        <>
          <ChoiceList
            field="resolved"
            label={<Trans>事情解决了吗</Trans>}
            value={draft.resolved ?? undefined}
            onChange={(resolved) => change({ resolved })}
            error={errorOf(shown, 'resolved')}
            choices={RESOLVED.map((value) => ({ value, label: say(RESULTS[value]) }))}
          />
          <ScoreField
            field="score"
            label={<Trans>您满意吗</Trans>}
            grades={gradesOf(say)}
            value={draft.score ?? undefined}
            onChange={(value) => change({ score: value })}
            error={errorOf(shown, 'score')}
          />
          <TextArea
            field="comment"
            label={<Trans>还想说什么</Trans>}
            optional
            rows={3}
            maxLength={1000}
            value={draft.comment}
            onChange={(comment) => change({ comment })}
          />
        </>
      )}
    </StepForm>
  )
}
