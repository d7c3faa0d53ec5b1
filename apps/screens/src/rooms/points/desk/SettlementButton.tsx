import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { ErrorSummary } from '../../../kit/desk/index.ts'
import { download } from '../../../kit/download.ts'

type SettlementButtonProps = { readonly month: string; readonly unit: string | undefined }

/** The statement of the month as a spreadsheet, to be filed and paid by. */
export function SettlementButton({ month, unit }: SettlementButtonProps) {
  const { t } = useLingui()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Error>()

  async function save() {
    setFailure(undefined)
    setSaving(true)
    const address = fileAddress('exportSettlement', { params: { month }, query: unit ? { unit } : {} })
    try {
      await download(address, `${t`结算单`}-${month}.xlsx`, t`表格没有导出成功，请再按一次。`)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSaving(false)
    }
  }

  return (
    <>
      <ErrorSummary failure={failure} />
      <Button loading={saving} onClick={() => void save()}>
        <Trans>导出 Excel</Trans>
      </Button>
    </>
  )
}
