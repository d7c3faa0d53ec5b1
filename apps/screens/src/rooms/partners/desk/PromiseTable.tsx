import { Trans, useLingui } from '@lingui/react/macro'
import { PROMISE_STATES, SIDES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorSummary, StatusMark } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { yuanWords } from '../yuan.ts'
import { LinkOrderDialog, PaymentDialog } from './PromiseDialogs.tsx'
import type { Agreement, PromiseItem } from './promiseDraft.ts'

type PromiseTableProps = { readonly agreement: Agreement; readonly onChanged: () => void }

/** Each promise, how it stands, and what this side can do about it. */
export function PromiseTable({ agreement, onChanged }: PromiseTableProps) {
  const { t } = useLingui()
  const say = useSay()
  const reporting = useCommand('reportPromise')
  const confirming = useCommand('confirmPromise')
  const [paying, setPaying] = useState<PromiseItem>()
  const [linking, setLinking] = useState<PromiseItem>()
  const inForce = agreement.state === 'signed'
  const isOurs = ({ side }: PromiseItem) => side === agreement.side
  const done = () => {
    setPaying(undefined)
    setLinking(undefined)
    onChanged()
  }
  async function report({ id }: PromiseItem) {
    if (await reporting.send({ params: { id } })) onChanged()
  }
  async function confirm({ id }: PromiseItem, kept: boolean) {
    if (await confirming.send({ params: { id }, body: { kept } })) onChanged()
  }
  const steps = (item: PromiseItem) => (
    <div className="desk-actions">
      {item.kind === 'task' && item.state === 'open' && isOurs(item) && (
        <Button loading={reporting.sending} onClick={() => void report(item)}>
          <Trans>报已办</Trans>
        </Button>
      )}
      {item.state === 'reported' && !isOurs(item) && (
        <>
          <Button type="primary" loading={confirming.sending} onClick={() => void confirm(item, true)}>
            <Trans>确认兑现</Trans>
          </Button>
          <Button loading={confirming.sending} onClick={() => void confirm(item, false)}>
            <Trans>还没办好</Trans>
          </Button>
        </>
      )}
      {item.kind === 'funds' && !isOurs(item) && (
        <Button onClick={() => setPaying(item)}>
          <Trans>登记到账</Trans>
        </Button>
      )}
      {item.kind === 'task' && item.state !== 'kept' && (
        <Button onClick={() => setLinking(item)}>
          <Trans>由工单来办</Trans>
        </Button>
      )}
    </div>
  )
  return (
    <>
      <ErrorSummary failure={reporting.failure ?? confirming.failure} />
      <Fills operation="reportPromise" />
      <WideTable<PromiseItem>
        aria-label={t`承诺`}
        dataSource={[...agreement.items]}
        rowKey={({ id }) => id}
        columns={[
          // What is promised and what one can do about it stand together, so that a narrow screen shows both.
          {
            title: t`承诺`,
            key: 'words',
            render: (_, item) => (
              <div className="row-words">
                <strong>{say(SIDES[item.side])}</strong> · {item.words}
                {inForce && steps(item)}
              </div>
            ),
          },
          { title: t`哪天前`, key: 'due', dataIndex: 'dueOn' },
          {
            title: t`资金（元）`,
            key: 'funds',
            align: 'right',
            render: (_, { fen, paidFen }) => fen !== null && `${yuanWords(paidFen)} / ${yuanWords(fen)}`,
          },
          { title: t`工单`, key: 'order', dataIndex: 'orderNumber' },
          {
            title: t`状态`,
            key: 'state',
            render: (_, { state, isLate }) => (
              <>
                {say(PROMISE_STATES[state])} {isLate && <StatusMark tone="late" word={t`已过期`} />}
              </>
            ),
          },
        ]}
      />
      {paying && <PaymentDialog promise={paying} onDone={done} onClose={() => setPaying(undefined)} />}
      {linking && <LinkOrderDialog promise={linking} onDone={done} onClose={() => setLinking(undefined)} />}
    </>
  )
}
