import { Trans } from '@lingui/react/macro'
import { SCORES } from '@linli/contract/orders/words'
import { useSay } from '../../../kit/language.ts'
import type { Wall } from './useWall.ts'

const isScore = (score: number | null): score is keyof typeof SCORES =>
  score !== null && Object.hasOwn(SCORES, score)

/** What the area last showed to everybody: no name stands in it. */
export function ShownPanel({ shown }: { readonly shown: Wall['shown'] }) {
  const say = useSay()
  return (
    <section className="wall-panel wall-shown" aria-labelledby="wall-shown">
      <div className="wall-panel-head">
        <h2 id="wall-shown">
          <Trans>刚晒出来的单</Trans>
        </h2>
      </div>
      {shown.length === 0 && (
        <p className="wall-none">
          <Trans>还没有晒单</Trans>
        </p>
      )}
      <ul className="wall-cards">
        {shown.map(({ slug, title, community, outcome, score }) => (
          <li key={slug} className="wall-card">
            <strong className="wall-card-title">{title}</strong>
            <span className="wall-shown-outcome">{outcome}</span>
            <span className="wall-shown-where">
              {community}
              {isScore(score) && <> · {say(SCORES[score])}</>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
