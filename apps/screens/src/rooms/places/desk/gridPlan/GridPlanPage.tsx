import { Trans, useLingui } from '@lingui/react/macro'
import { PLAN_STATES } from '@linli/contract/places/gridPlanWords'
import { Alert, Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { InputField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { gridPlansUrl } from '../addresses.ts'
import { RedrawProgress } from '../redraw/RedrawProgress.tsx'
import { MoveBuildings } from './MoveBuildings.tsx'
import { Compared, PlannedGrids } from './PlannedGrids.tsx'

type Plan = Answer<'getGridPlan'>
type Changed = () => Promise<unknown>
const LOOK_MILLISECONDS = 1500

/** 一份网格规划: calculated, looked at beside today, changed, and accepted or dropped by a person. */
export default function GridPlanPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  const read = useRead('getGridPlan', { params })
  const { data, refetch } = read
  const isPlanning = data?.state === 'planning'
  useEffect(() => {
    if (!isPlanning) return
    const timer = setInterval(() => void refetch(), LOOK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isPlanning, refetch])
  return (
    <DeskPage
      title={data ? t`${data.areaName}的网格规划` : t`网格规划`}
      back={{ href: gridPlansUrl(data?.path ?? '/'), label: <Trans>网格规划</Trans> }}
    >
      <ReadView read={read}>{(plan) => <PlanView plan={plan} onChanged={() => refetch()} />}</ReadView>
    </DeskPage>
  )
}

function PlanView({ plan, onChanged }: { readonly plan: Plan; readonly onChanged: Changed }) {
  const { t } = useLingui()
  const say = useSay()
  if (plan.state === 'planning')
    return (
      <Panel>
        <div role="status">
          <Trans>正在计算，做完会自动显示。</Trans>
        </div>
        <Progress percent={plan.progress} aria-label={t`算到百分之几`} />
      </Panel>
    )
  if (plan.failed)
    return <Alert type="error" showIcon title={<Trans>这份方案没有算完。请回上一页再算一次。</Trans>} />
  return (
    <>
      <p className="lead">
        {say(PLAN_STATES[plan.state])} ·{' '}
        <Trans>
          每个网格 {plan.least}–{plan.most} 户
        </Trans>
      </p>
      {plan.stale && (
        <Alert
          type="warning"
          showIcon
          title={<Trans>算好以后，这里的楼栋或网格变过。这份方案不能采用了，请回上一页再算一次。</Trans>}
        />
      )}
      {plan.redrawId && <RedrawProgress id={plan.redrawId} />}
      {plan.state !== 'accepted' && (
        <>
          <Compared plan={plan} />
          <PlannedGrids plan={plan} />
          <MoveBuildings plan={plan} onChanged={onChanged} />
        </>
      )}
      {plan.state === 'proposed' && <Decide plan={plan} onChanged={onChanged} />}
    </>
  )
}

/** A person's yes, with the reason, or no. */
function Decide({ plan, onChanged }: { readonly plan: Plan; readonly onChanged: Changed }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const accepting = useCommand('acceptGridPlan')
  const dropping = useCommand('dropGridPlan')
  const params = { id: plan.id }
  const { version, moved } = plan
  const errors = tried && reason.trim().length < 2 ? [{ field: 'reason', message: t`请写明调整的理由` }] : []
  async function accept() {
    setTried(true)
    if (reason.trim().length < 2) return
    if (await accepting.send({ params, body: { version, reason: reason.trim() } })) await onChanged()
  }
  async function drop() {
    if (await dropping.send({ params, body: { version } })) await onChanged()
  }
  const mayAccept = !plan.stale && moved.buildings > 0
  return (
    <>
      <ErrorSummary errors={errors} failure={accepting.failure ?? dropping.failure} />
      {!plan.stale && moved.buildings === 0 && (
        <p>
          <Trans>现在的网格已经合适，不用调整。</Trans>
        </p>
      )}
      {mayAccept && (
        <InputField
          field="reason"
          label={<Trans>调整理由</Trans>}
          hint={
            <Trans>采用后，住户、人员、岗位、权限和没办结的单会一起换到新网格。撤销的网格不能恢复。</Trans>
          }
          value={reason}
          maxLength={200}
          error={errorOf(errors, 'reason')}
          onChange={setReason}
        />
      )}
      <div className="desk-actions">
        {mayAccept && (
          <Button type="primary" loading={accepting.sending} onClick={() => void accept()}>
            <Trans>采用这份方案</Trans>
          </Button>
        )}
        <Button loading={dropping.sending} onClick={() => void drop()}>
          <Trans>不采用</Trans>
        </Button>
      </div>
    </>
  )
}
