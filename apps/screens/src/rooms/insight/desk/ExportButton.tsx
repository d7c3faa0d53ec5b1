import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { ErrorSummary } from '../../../kit/desk/index.ts'
import { download } from '../../../kit/download.ts'
import type { Period } from '../period.ts'

type ExportButtonProps = { readonly figures: Figures; readonly days: Period }

/** These figures as a spreadsheet: the whole, by day, by item, by area. */
export function ExportButton({ figures: { area, name, to }, days }: ExportButtonProps) {
  const { t } = useLingui()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Error>()

  async function save() {
    setFailure(undefined)
    setSaving(true)
    const address = fileAddress('exportFigures', { query: { area, days } })
    try {
      await download(address, `${t`数字`}-${name}-${to}.xlsx`, t`表格没有导出成功，请再按一次。`)
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
