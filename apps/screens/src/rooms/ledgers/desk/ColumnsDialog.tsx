import { useLingui } from '@lingui/react/macro'
import type { LedgerView } from '@linli/contract/ledgers/shapes'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { TickField } from '../../../kit/desk/fields.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type ColumnsDialogProps = {
  readonly view: LedgerView
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Which columns one sees and exports; kept for oneself. */
export function ColumnsDialog({ view, onClose, onSaved }: ColumnsDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [chosen, setChosen] = useState<readonly string[]>(view.chosen)
  const command = useCommand('chooseColumns')
  const columns = view.columns.map(({ key }) => key).filter((key) => chosen.includes(key))
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
      {view.columns.map(({ key, name }) => (
        <TickField
          key={key}
          field={`column-${key}`}
          label={say(name)}
          value={chosen.includes(key)}
          onChange={(isOn) => setChosen(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))}
        />
      ))}
    </FormDialog>
  )
}
