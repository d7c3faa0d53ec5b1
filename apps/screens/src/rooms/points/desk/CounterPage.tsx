import { Trans, useLingui } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { useState } from 'react'
import { DeskPage, Panel, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import { CodeForm } from './CodeForm.tsx'
import { dayOf } from './days.ts'
import { HandOver } from './HandOver.tsx'
import './points.css'
import { RefundDialog } from './RefundDialog.tsx'
import { TodayList } from './TodayList.tsx'
import { useOwnUnit } from './useUnits.ts'

/** 领取核销: the merchant types a pick-up code, sees what it is for, hands it over and confirms. */
export default function CounterPage() {
  const { t } = useLingui()
  const say = useSay()
  const unit = useOwnUnit()
  const today = dayOf(new Date())
  const pages = usePage('listRedemptions', { query: { from: today, to: today, ...(unit ? { unit } : {}) } }, [
    'points.',
  ])
  const [found, setFound] = useState<{ readonly redemption: RedemptionView; readonly code: string }>()
  const [done, setDone] = useState<RedemptionView>()
  const [wrong, setWrong] = useState<RedemptionView>()
  const what = done && `${say(done.reward.name)} × ${done.quantity}`

  return (
    <DeskPage title={t`领取核销`} lead={<Trans>请居民出示领取码。输入数字，或者用扫码枪扫二维码。</Trans>}>
      <Saved>{what && <Trans>已经记下：{what}，交给居民了。</Trans>}</Saved>
      {found ? (
        <HandOver
          redemption={found.redemption}
          code={found.code}
          onDone={() => {
            setDone(found.redemption)
            setFound(undefined)
            pages.retry()
          }}
          onBack={() => setFound(undefined)}
        />
      ) : (
        <CodeForm
          onFound={(redemption, code) => {
            setDone(undefined)
            setFound({ redemption, code })
          }}
        />
      )}
      <Panel title={<Trans>今天领走的</Trans>}>
        <TodayList pages={pages} onRefund={setWrong} />
        <p className="counter-note">
          <Trans>交错了、有毛病，请打电话给社区：由社区办理退回，商户不用自己改。</Trans>
        </p>
      </Panel>
      {wrong && (
        <RefundDialog
          redemption={wrong}
          onClose={() => setWrong(undefined)}
          onRefunded={() => {
            setWrong(undefined)
            pages.retry()
          }}
        />
      )}
    </DeskPage>
  )
}
