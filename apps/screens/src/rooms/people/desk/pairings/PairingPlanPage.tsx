import { Trans, useLingui } from '@lingui/react/macro'
import { CONTACT_EVERY, PAIRED } from '@linli/contract/people/pairingWords'
import { PLAN_STATES } from '@linli/contract/places/gridPlanWords'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import {
  DataTable,
  DeskPage,
  EmptyState,
  ErrorSummary,
  Panel,
  ReadView,
  usePage,
  useRead,
} from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { pairingsUrl } from '../addresses.ts'

type Plan = Answer<'getPairingPlan'>
type Pair = Answer<'listPairs'>['items'][number]
const LOOK_MILLISECONDS = 1500

/** 一份结对方案: looked at, changed, and accepted or dropped by a person. */
export default function PairingPlanPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  const say = useSay()
  const read = useRead('getPairingPlan', { params })
  const { data, refetch } = read
  const isPlanning = data?.state === 'planning'
  useEffect(() => {
    if (!isPlanning) return
    const timer = setInterval(() => void refetch(), LOOK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isPlanning, refetch])
  return (
    <DeskPage
      title={data ? say(data.ruleName) : t`结对方案`}
      back={{ href: pairingsUrl(data?.path ?? '/'), label: <Trans>结对</Trans> }}
    >
      <ReadView read={read}>{(plan) => <PlanView plan={plan} />}</ReadView>
    </DeskPage>
  )
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const say = useSay()
  const { outcome } = plan
  const unit = say(PAIRED[plan.what])
  if (plan.state === 'planning')
    return (
      <Panel>
        <div role="status">
          <Trans>正在安排，做完会自动显示。</Trans>
        </div>
      </Panel>
    )
  if (plan.failed || !outcome)
    return <Alert type="error" showIcon title={<Trans>这份方案没有算完。请回上一页再安排一次。</Trans>} />
  return (
    <>
      <p className="lead">
        {plan.areaName && <>{plan.areaName} · </>}
        {say(PLAN_STATES[plan.state])}
        {plan.every && <> · {say(CONTACT_EVERY[plan.every])}</>}
      </p>
      <p>
        {plan.what === 'units' ? (
          <Trans>
            {outcome.wanted} {unit}，结对到 {outcome.takers} 处，每处 {outcome.leastLoad}–{outcome.mostLoad}{' '}
            {unit}。
          </Trans>
        ) : (
          <Trans>
            {outcome.wanted} {unit}，{outcome.takers} 个来结对，每个联系 {outcome.leastLoad}–
            {outcome.mostLoad} {unit}。
          </Trans>
        )}
      </p>
      {outcome.left > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            plan.what === 'units' ? (
              <Trans>
                还有 {outcome.left} {unit}没有排下：按规定的数分不过来。
              </Trans>
            ) : (
              <Trans>
                还有 {outcome.left} {unit}没有人联系：按规定的数分不过来。
              </Trans>
            )
          }
        />
      )}
      {plan.state !== 'dropped' && outcome.wanted > outcome.left && <Pairs plan={plan} />}
      {plan.state === 'proposed' && <Decide plan={plan} />}
    </>
  )
}

/** Who takes a pair: a person, or the area where a unit stands. */
const takerOf = ({ takerId, takerPath }: Pair): string => takerId ?? takerPath ?? ''

/** The pairs; one of them may be given to another who takes part in the plan, a unit to another area of it. */
function Pairs({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui()
  const list = usePage('listPairs', { params: { id: plan.id }, query: { limit: 100 } })
  const [pair, setPair] = useState<string>()
  const [taker, setTaker] = useState<string>()
  const [isMoved, setMoved] = useState(false)
  const moving = useCommand('movePair')
  const mayMove = plan.state === 'proposed'
  const isOfUnits = plan.what === 'units'
  const takers = new Map(list.rows.map((row) => [takerOf(row), row.takerName] as const))
  async function move() {
    if (!pair || !taker) return
    if (
      !(await moving.send({ params: { id: pair }, body: isOfUnits ? { path: taker } : { takerId: taker } }))
    )
      return
    setMoved(true)
    setPair(undefined)
  }
  return (
    <Panel title={isOfUnits ? <Trans>哪个单位结对哪里</Trans> : <Trans>谁联系谁</Trans>}>
      <DataTable<Pair>
        caption={isOfUnits ? t`哪个单位结对哪里` : t`谁联系谁`}
        rowKey={({ id }) => id}
        pages={list}
        empty={<EmptyState title={<Trans>方案里没有结对</Trans>} />}
        columns={[
          { title: isOfUnits ? t`结对哪里` : t`由谁联系`, key: 'taker', dataIndex: 'takerName' },
          { title: isOfUnits ? t`单位` : t`联系谁`, key: 'name', dataIndex: 'name' },
        ]}
      />
      {mayMove && (
        <>
          <ErrorSummary failure={moving.failure} />
          <SelectField
            field="pair"
            label={<Trans>要改的这一条</Trans>}
            options={list.rows.map(({ id, name, takerName }) => ({
              value: id,
              label: `${name}（${takerName}）`,
            }))}
            value={pair}
            onChange={setPair}
          />
          <SelectField
            field="takerId"
            label={isOfUnits ? <Trans>改到哪里</Trans> : <Trans>改由谁联系</Trans>}
            hint={<Trans>上面列出来的都可以选；没有列出来的，先点“再显示一些”。</Trans>}
            options={[...takers].map(([value, label]) => ({ value, label }))}
            value={taker}
            onChange={setTaker}
          />
          <Button disabled={!pair || !taker} loading={moving.sending} onClick={() => void move()}>
            <Trans>改过来</Trans>
          </Button>
          <Saved>{isMoved && <Trans>改好了。</Trans>}</Saved>
        </>
      )}
    </Panel>
  )
}

function Decide({ plan }: { readonly plan: Plan }) {
  const accepting = useCommand('acceptPairingPlan')
  const dropping = useCommand('dropPairingPlan')
  const send = { params: { id: plan.id }, body: { version: plan.version } }
  return (
    <>
      <ErrorSummary failure={accepting.failure ?? dropping.failure} />
      <p>
        <Trans>
          采用后今天生效，同一规定下原来的结对到今天为止。双方在手机“我的结对”里看得到，谁不愿意都可以说不。
        </Trans>
      </p>
      <div className="desk-actions">
        <Button type="primary" loading={accepting.sending} onClick={() => void accepting.send(send)}>
          <Trans>采用这份方案</Trans>
        </Button>
        <Button loading={dropping.sending} onClick={() => void dropping.send(send)}>
          <Trans>不采用</Trans>
        </Button>
      </div>
    </>
  )
}
