import { Trans } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { RESULTS, STATES } from '@linli/contract/orders/words'
import { StatusMark } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useNow } from '../../../kit/useNow.ts'
import { useTitle } from './useTitle.ts'
import { ASKED, dueWords, ownerWords, toneOf } from './words.ts'

/** The two questions everybody has, answered first and in large type: who has it, and by when. */
export function WhoAndWhen({ order }: { readonly order: OrderView }) {
  const say = useSay()
  const now = useNow()
  const titleOf = useTitle()
  const { title, state, overdue, owner, due, result, clocks } = order
  const moved = clocks.find(({ stoppedAt, dueAt }) => stoppedAt === null && dueAt === due?.at)?.firstDueAt
  const first = moved ? say(momentWords(moved, now)) : null
  return (
    <section className="card">
      <h2>{titleOf(title)}</h2>
      <StatusMark tone={toneOf(state, overdue)} word={say(STATES[state])} />
      {order.mergedInto && (
        <p>
          <Trans>和 {order.mergedInto.number} 是同一件事，一起办：</Trans>
          <strong>{say(STATES[order.mergedInto.state])}</strong>
        </p>
      )}
      {order.ask && (
        <p>
          <strong>{say(ASKED[order.ask.kind])}</strong>
        </p>
      )}
      {result === null || (state !== 'closed' && state !== 'archived') ? (
        <dl className="facts text-[1.15rem]">
          {owner.kind !== 'nobody' && (
            <div>
              <dt>
                <Trans>谁在办</Trans>
              </dt>
              <dd>{say(ownerWords(owner))}</dd>
            </div>
          )}
          {due && (
            <div>
              <dt>
                <Trans>几点前</Trans>
              </dt>
              <dd>
                {say(dueWords(due, now))}
                {first && (
                  <small className="block">
                    <Trans>原定 {first}</Trans>
                  </small>
                )}
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <>
          <p>
            <Trans>结果：</Trans>
            <strong>{say(RESULTS[result])}</strong>
          </p>
          {/* The time for the answer to a review. */}
          {due && <p>{say(dueWords(due, now))}</p>}
        </>
      )}
    </section>
  )
}
