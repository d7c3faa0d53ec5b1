import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerView } from '@linli/contract/ledgers/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { TickField } from '../../../kit/desk/fields.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { movedUp } from './columnOrder.ts'

type ColumnsDialogProps = {
  readonly view: LedgerView
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Which columns one sees and exports, and in which order; kept for oneself. */
export function ColumnsDialog({ view, onClose, onSaved }: ColumnsDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [order, setOrder] = useState<readonly string[]>([
    ...view.chosen,
    ...view.columns.map(({ key }) => key).filter((key) => !view.chosen.includes(key)),
  ])
  const [chosen, setChosen] = useState<readonly string[]>(view.chosen)
  const command = useCommand('chooseColumns')
  const columns = order.filter((key) => chosen.includes(key))
  async function save() {
    if (columns.length === 0) return
    if (await command.send({ params: { ledger: view.key }, body: { columns } })) onSaved()
  }
  return (
    <FormDialog
      title={t`选列`}
      ok={t`就看这些列`}
      busy={command.sending}
      failure={command.failure}
      errors={columns.length === 0 ? [{ field: 'columns', message: t`至少选一列` }] : []}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <Trans>从上到下就是表里从左到右；导出也照这个顺序。</Trans>
      </p>
      {order.map((key, at) => {
        const column = view.columns.find((one) => one.key === key)
        if (!column) return null
        const name = say(column.name)
        return (
          <div key={key} className="ledger-column">
            <TickField
              field={`column-${key}`}
              label={name}
              value={chosen.includes(key)}
              onChange={(isOn) => setChosen(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))}
            />
            {at > 0 && (
              <Button onClick={() => setOrder(movedUp(order, key))} aria-label={t`把“${name}”往前移`}>
                <Trans>往前移</Trans>
              </Button>
            )}
          </div>
        )
      })}
    </FormDialog>
  )
}
