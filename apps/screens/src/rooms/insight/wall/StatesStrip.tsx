import { useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { OPEN_STATES, STATES, type State } from '@linli/contract/orders/words'
import { useSay } from '../../../kit/language.ts'
import { atDesk, queueUrl } from '../addresses.ts'
import { counted } from './numbers.ts'

type StatesStripProps = { readonly figures: Figures; readonly mayList: boolean }

/** How far the orders in hand have come, state by state. */
export function StatesStrip({ figures: { area, states }, mayList }: StatesStripProps) {
  const { t } = useLingui()
  const say = useSay()
  const countOf = (state: State) => states.find((one) => one.state === state)?.orders ?? 0
  return (
    <section className="wall-states" aria-label={t`在办的单走到哪一步`}>
      <ol>
        {OPEN_STATES.map((state) => {
          const words = (
            <>
              <strong>{counted(countOf(state))}</strong>
              <span>{say(STATES[state])}</span>
            </>
          )
          return (
            <li key={state} data-none={countOf(state) === 0 || undefined}>
              {mayList ? (
                <a href={atDesk(queueUrl(area, { state: [state] }))}>{words}</a>
              ) : (
                <div>{words}</div>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
