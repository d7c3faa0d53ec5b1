import { Trans, useLingui } from '@lingui/react/macro'
import { STATES } from '@linli/contract/orders/words'
import type { SimilarOrders } from '@linli/contract/suggestions/shapes'
import { LIKENESSES } from '@linli/contract/suggestions/words'
import { Link } from 'wouter'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import './suggestions.css'

/** Orders that may be the same matter, each with why. Whether they are is for a person to say. */
export function SimilarList({ similar }: { readonly similar: SimilarOrders }) {
  const { t } = useLingui()
  const say = useSay()
  const { reporters } = similar
  return (
    <>
      <p>
        <Trans>{reporters} 个人反映过，同一地点。是不是同一件事请您看；系统不会自己并单。</Trans>
      </p>
      <ul className="similar-list">
        {similar.items.map(({ id, number, title, place, state, placedAt, likeness, score, why }) => {
          const words = why.join(t`、`)
          return (
            <li key={id}>
              <Link href={desk.order.url({ id })}>
                {number} {title}
              </Link>
              <br />
              <strong>{say(LIKENESSES[likeness])}</strong> {score}% · {say(STATES[state])} ·{' '}
              {say(momentWords(placedAt))}
              <br />
              <small>
                {place}
                {words !== '' && <Trans>；都写了：{words}</Trans>}
              </small>
            </li>
          )
        })}
      </ul>
    </>
  )
}
