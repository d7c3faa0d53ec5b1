import { Trans, useLingui } from '@lingui/react/macro'
import { fileAddress } from '../../../kit/api.ts'
import { DownloadButton } from '../../../kit/desk/index.ts'

type SettlementButtonProps = { readonly month: string; readonly unit: string | undefined }

/** The statement of the month as a spreadsheet, to be filed and paid by. */
export function SettlementButton({ month, unit }: SettlementButtonProps) {
  const { t } = useLingui()
  return (
    <DownloadButton
      address={fileAddress('exportSettlement', { params: { month }, query: unit ? { unit } : {} })}
      name={`${t`结算单`}-${month}.xlsx`}
      otherwise={t`表格没有导出成功，请再按一次。`}
    >
      <Trans>导出 Excel</Trans>
    </DownloadButton>
  )
}
