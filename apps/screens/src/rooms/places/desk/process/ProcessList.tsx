import { Trans } from '@lingui/react/macro'
import { CLOCKS, STATES, URGENCIES } from '@linli/contract'
import type { Process, ProcessLimit, ProcessState, ProcessStep } from '@linli/contract/orders/process'
import { useSay } from '../../../../kit/language.ts'

/** The process in words: each state, its limits, and where each step leads. */
export function ProcessList({ process }: { readonly process: Process }) {
  return (
    <ol className="process-list">
      {process.states.map((state) => (
        <State key={state.id} state={state} process={process} />
      ))}
    </ol>
  )
}

function State({ state, process }: { readonly state: ProcessState; readonly process: Process }) {
  const say = useSay()
  const ways = process.arrows.filter(({ from }) => from === state.id)
  const stays = state.stays.map(({ label }) => say(label)).join('、')
  return (
    <li>
      <h3>{say(state.label)}</h3>
      <ul>
        {state.isBegin &&
          process.begins.map((step) => (
            <li key={step.verb}>
              <Trans>从这里开始：</Trans> <Step step={step} />
            </li>
          ))}
        {state.fromAnywhere.map((step) => (
          <li key={step.verb}>
            <Trans>办结以前随时：</Trans> <Step step={step} />
          </li>
        ))}
        {state.limits.map((limit) => (
          <Limit key={limit.clock} limit={limit} />
        ))}
        {ways.flatMap(({ to, steps }) =>
          steps.map((step) => (
            <li key={`${to} ${step.verb}`}>
              → <strong>{say(STATES[to])}</strong> <Step step={step} />
            </li>
          )),
        )}
        {stays !== '' && (
          <li>
            <Trans>状态不变：{stays}</Trans>
          </li>
        )}
      </ul>
    </li>
  )
}

function Step({ step: { label, general, who } }: { readonly step: ProcessStep }) {
  const say = useSay()
  const people = who.map(say).join('、')
  return (
    <>
      {say(label)}
      {general && `（${say(general)}）`}
      <span className="process-who"> · {people}</span>
    </>
  )
}

function Limit({ limit: { clock, limits } }: { readonly limit: ProcessLimit }) {
  const say = useSay()
  const name = say(CLOCKS[clock])
  const each = limits.map(({ urgency, text }) => `${say(URGENCIES[urgency])} ${say(text)}`).join('，')
  return (
    <li>
      <Trans>
        {name}时限：{each}
      </Trans>
    </li>
  )
}
