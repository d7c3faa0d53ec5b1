import { Trans, useLingui } from '@lingui/react/macro'
import { REGISTERS, type Register } from '@linli/contract/places/words'
import { fileAddress } from '../../../kit/api.ts'
import { DownloadButton } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'

/** The spreadsheet to be filled in, with the right column names and an example row. */
export function TemplateButton({ register }: { readonly register: Register }) {
  const { t } = useLingui()
  const name = useSay()(REGISTERS[register])
  return (
    <DownloadButton
      address={fileAddress('registerTemplate', { params: { register } })}
      name={`${name}.xlsx`}
      otherwise={t`模板没有下载成功，请再按一次。`}
    >
      <Trans>下载“{name}”模板</Trans>
    </DownloadButton>
  )
}
