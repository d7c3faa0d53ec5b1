import { Trans, useLingui } from '@lingui/react/macro'
import { processOf } from '@linli/contract/orders/process'
import { useMemo } from 'react'
import { DeskPage, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { drawProcess } from './draw.ts'
import { ProcessList } from './ProcessList.tsx'
import { ProcessPicture } from './ProcessPicture.tsx'
import './process.css'

/** 办单流程: how an order goes in this place, drawn from its rules as they are now, and the same in words. */
export default function ProcessPage() {
  const { t } = useLingui()
  const read = useRead('getProcess', {}, ['places.'])
  return (
    <DeskPage
      title={t`办单流程`}
      lead={<Trans>照本地现在的规则画的：规则一改，图也跟着变。用不到的步骤不画。</Trans>}
    >
      <ReadView read={read}>{(facts) => <Both facts={facts} />}</ReadView>
    </DeskPage>
  )
}

function Both({ facts }: { readonly facts: Answer<'getProcess'> }) {
  const { t } = useLingui()
  const say = useSay()
  const process = useMemo(() => processOf(facts), [facts])
  const { items, grabbable, automatic, selfHandled, returnsToPool } = facts
  return (
    <>
      <p>
        <Trans>
          {items} 个事项里，{grabbable} 个可以抢单，{automatic} 个由系统自己受理、发布，{selfHandled}{' '}
          个网格员可自办自结，{returnsToPool} 个逾期放回抢单大厅。
        </Trans>
      </p>
      <div className="process-both">
        <Panel title={<Trans>图</Trans>}>
          <p className="process-narrow">
            <Trans>屏幕窄，图可以左右滑着看；文字说的是一样的。</Trans>
          </p>
          <ProcessPicture
            drawing={drawProcess(process, say)}
            title={t`办单流程图`}
            about={t`从点单到结案的各个状态、步骤和时限；“一步一步”说的是一样的。`}
          />
          <p>
            <Trans>实线往前走，虚线往回走；灰底是终点。框里是这一状态的时限，从急到疑难。</Trans>
          </p>
        </Panel>
        <Panel title={<Trans>一步一步</Trans>}>
          <ProcessList process={process} />
        </Panel>
      </div>
    </>
  )
}
