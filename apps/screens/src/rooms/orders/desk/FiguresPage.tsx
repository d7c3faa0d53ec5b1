import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { isOpen, STATES, type State } from '@linli/contract/orders/words'
import { DeskPage, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import './orders.css'
import { PlainCalendar } from './queue/PlainCalendar.tsx'

type Counts = Answer<'countOrders'>

/** 数字: how many orders stand where. No order and nobody's name is shown here. */
export default function FiguresPage() {
  const { t } = useLingui()
  const read = useRead('countOrders', {}, ['orders.'])
  return (
    <DeskPage
      title={t`数字`}
      lead={<Trans>您辖区里的工单各有多少。这里只有数字，没有单子，也没有姓名。</Trans>}
    >
      <ReadView read={read}>{(counts) => <Figures counts={counts} />}</ReadView>
    </DeskPage>
  )
}

function Figures({ counts }: { readonly counts: Counts }) {
  const states = codesOf(STATES)
  return (
    <>
      <div className="order-columns">
        <Panel title={<Trans>还在办的</Trans>}>
          <dl className="order-facts state-figures">
            <StateFigures states={states.filter(isOpen)} counts={counts} />
            <div>
              <dt>
                <Trans>其中已经超时</Trans>
              </dt>
              <dd>{counts.overdue}</dd>
            </div>
          </dl>
        </Panel>
        <Panel title={<Trans>已经结束的</Trans>}>
          <dl className="order-facts state-figures">
            <StateFigures states={states.filter((state) => !isOpen(state))} counts={counts} />
          </dl>
        </Panel>
      </div>
      {counts.calendarIsPlain && <PlainCalendar />}
    </>
  )
}

type StateFiguresProps = { readonly states: readonly State[]; readonly counts: Counts }

/** One line for each state, and their sum. */
function StateFigures({ states, counts }: StateFiguresProps) {
  const say = useSay()
  const countOf = (state: State) => counts.states[state] ?? 0
  return (
    <>
      {states.map((state) => (
        <div key={state}>
          <dt>{say(STATES[state])}</dt>
          <dd>{countOf(state)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <Trans>合计</Trans>
        </dt>
        <dd>{states.reduce((sum, state) => sum + countOf(state), 0)}</dd>
      </div>
    </>
  )
}
