import type { OrderRow } from '@linli/contract/orders/shapes'
import { STATES } from '@linli/contract/orders/words'
import { useSay } from '../kit/language.ts'
import { CHAIRS, STEP_OF, STEPS, type StepKey, TEXT } from './words.ts'

const KEYS = Object.keys(STEPS) as StepKey[] // Object.keys forgets the key type

/** Where the walk stands: nothing placed yet, or where the order is. */
export const stepAt = (mine: OrderRow | undefined): StepKey => (mine ? STEP_OF[mine.state] : 'place')

/** What to press next and in which frame, with all the steps in sight. */
export function Guide({ mine }: { readonly mine: OrderRow | undefined }) {
  const say = useSay()
  const key = stepAt(mine)
  const step = STEPS[key]
  const at = KEYS.indexOf(key)
  const chair = CHAIRS.find(({ seat }) => seat === step.seat)
  return (
    <section className="guide" aria-labelledby="guide">
      <ol className="steps" aria-label={say(TEXT.steps)}>
        {KEYS.map((name, index) => (
          <li key={name} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
            <span className="number">{index + 1}</span>
            {say(STEPS[name].name)}
          </li>
        ))}
      </ol>
      <div className="nextStep" role="status">
        <h2 id="guide">
          {say(TEXT.next)} · {chair ? say(chair.title) : ''}
        </h2>
        <p>{say(step.hint)}</p>
        <p className="mine">
          {say(TEXT.yours)}{' '}
          {mine ? (
            <>
              <strong>{mine.title}</strong> {mine.number} · {say(STATES[mine.state])}
              {mine.owner.name ? ` · ${mine.owner.name}` : ''}
            </>
          ) : (
            say(TEXT.noOrder)
          )}
        </p>
      </div>
    </section>
  )
}
