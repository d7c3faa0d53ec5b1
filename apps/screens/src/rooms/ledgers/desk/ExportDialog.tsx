import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { LedgerFilters, LedgerView } from '@linli/contract/ledgers/shapes'
import { LEDGER_FORMATS, type LedgerFormat } from '@linli/contract/ledgers/words'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type ExportDialogProps = {
  readonly view: LedgerView
  readonly filters: LedgerFilters
  /** Of a Word document about a single row. */
  readonly row?: string | undefined
  readonly onClose: () => void
  readonly onAsked: () => void
}

/** What leaves the house leaves with a purpose; the columns and filters of the page go along. */
export function ExportDialog({ view, filters, row, onClose, onAsked }: ExportDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [format, setFormat] = useState<LedgerFormat>(row ? 'docx' : 'xlsx')
  const [purpose, setPurpose] = useState('')
  const [template, setTemplate] = useState<string>()
  const [tried, setTried] = useState(false)
  const command = useCommand('exportLedger')
  const kept = useRead(
    'listLedgerTemplates',
    format === 'docx' ? { params: { ledger: view.key } } : undefined,
  )
  const own = kept.data?.items.filter(({ scope }) => scope === (row ? 'row' : 'table')) ?? []
  const wrong = tried && purpose.trim().length < 2 ? t`请写清楚拿去做什么，比如“三月报镇里”` : undefined
  async function send() {
    setTried(true)
    if (purpose.trim().length < 2) return
    const body = { format, purpose: purpose.trim(), columns: view.chosen, filters, ...(row ? { row } : {}) }
    const asked = await command.send({
      params: { ledger: view.key },
      body: format === 'docx' && template ? { ...body, template } : body,
    })
    if (asked) onAsked()
  }
  return (
    <FormDialog
      title={row ? t`这一行出 Word` : t`导出或打印`}
      ok={t`开始导出`}
      busy={command.sending}
      failure={command.failure}
      errors={wrong ? [{ field: 'purpose', message: wrong }] : []}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>
        <Trans>按现在的筛选和选好的列导出；姓名和电话照样遮住。</Trans>
      </p>
      {!row && (
        <ChoiceField
          field="format"
          label={<Trans>格式</Trans>}
          value={format}
          options={optionsOf(LEDGER_FORMATS, say)}
          onChange={(code) => setFormat(codesOf(LEDGER_FORMATS).find((one) => one === code) ?? format)}
        />
      )}
      {format === 'docx' && own.length > 0 && (
        <SelectField
          field="template"
          label={<Trans>模板</Trans>}
          optional
          placeholder={t`系统通用模板`}
          value={template}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTemplate}
        />
      )}
      <InputField
        field="purpose"
        label={<Trans>拿去做什么</Trans>}
        hint={<Trans>会记在审计里</Trans>}
        error={wrong}
        maxLength={200}
        value={purpose}
        onChange={setPurpose}
      />
    </FormDialog>
  )
}
