import { Trans, useLingui } from '@lingui/react/macro'
import { REGISTERS, type Register } from '@linli/contract/places/words'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { ErrorSummary } from '../../../kit/desk/index.ts'
import { download } from '../../../kit/download.ts'
import { useSay } from '../../../kit/language.ts'

/** The spreadsheet to be filled in, with the right column names and an example row. */
export function TemplateButton({ register }: { readonly register: Register }) {
  const { t } = useLingui()
  const say = useSay()
  const [failure, setFailure] = useState<Error>()
  const name = say(REGISTERS[register])

  async function save() {
    setFailure(undefined)
    const address = fileAddress('registerTemplate', { params: { register } })
    try {
      await download(address, `${name}.xlsx`, t`模板没有下载成功，请再按一次。`)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return (
    <>
      <ErrorSummary failure={failure} />
      <Button onClick={() => void save()}>
        <Trans>下载“{name}”模板</Trans>
      </Button>
    </>
  )
}
