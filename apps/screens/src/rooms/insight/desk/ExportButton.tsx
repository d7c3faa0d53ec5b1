import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { fileAddress } from '../../../kit/api.ts'
import { DownloadButton } from '../../../kit/desk/index.ts'
import type { Period } from '../period.ts'

type ExportButtonProps = { readonly figures: Figures; readonly days: Period }

/** These figures as a spreadsheet: the whole, by day, by item, by area. */
export function ExportButton({ figures: { area, name, to }, days }: ExportButtonProps) {
  const { t } = useLingui()
  return (
    <DownloadButton
      address={fileAddress('exportFigures', { query: { area, days } })}
      name={`${t`数字`}-${name}-${to}.xlsx`}
      otherwise={t`表格没有导出成功，请再按一次。`}
    >
      <Trans>导出 Excel</Trans>
    </DownloadButton>
  )
}
