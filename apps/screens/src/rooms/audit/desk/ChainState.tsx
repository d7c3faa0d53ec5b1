import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { Panel, ReadView, StatusMark, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'

/** Whether nobody has changed a record afterwards; checked on opening, and again when asked. */
export function ChainState() {
  const chain = useRead('checkAudit', {})
  return (
    <Panel title={<Trans>记录是否完整</Trans>}>
      <ReadView read={chain}>{(state) => <Sealed {...state} />}</ReadView>
      <Button onClick={() => void chain.refetch()} loading={chain.isFetching}>
        <Trans>再核对一次</Trans>
      </Button>
    </Panel>
  )
}

function Sealed({ sealed, waiting, broken }: Answer<'checkAudit'>) {
  const { t } = useLingui()
  const bad = broken.length
  const numbers = broken.slice(0, 20).join('，')
  return (
    <div role="status">
      {bad === 0 ? (
        <StatusMark tone="done" word={t`完整，没有被改动过`} />
      ) : (
        <StatusMark tone="late" word={t`有 ${bad} 处对不上，请联系管理员，不要清理数据`} />
      )}
      <p>
        <Trans>
          已封存 {sealed} 条，等待封存 {waiting} 条。
        </Trans>
      </p>
      {bad > 0 && (
        <p>
          <Trans>对不上的封存序号：{numbers}</Trans>
        </p>
      )}
    </div>
  )
}
