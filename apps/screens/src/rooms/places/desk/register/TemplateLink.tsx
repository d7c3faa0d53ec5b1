import { Trans, useLingui } from '@lingui/react/macro'
import { REGISTERS, type Register } from '@linli/contract/places/words'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress, whoAsks } from '../../../../kit/api.ts'
import { problemFrom } from '../../../../kit/failure.ts'
import { useSay } from '../../../../kit/language.ts'

/** Fetched rather than linked: a page beside others in one browser carries its token in a header. */
async function fetchTemplate(register: Register, refusal: string): Promise<Blob> {
  const response = await fetch(fileAddress('registerTemplate', { params: { register } }), whoAsks())
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined), refusal)
  return response.blob()
}

function save(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The empty spreadsheet with this place's own headings. */
export function TemplateLink({ register }: { readonly register: Register }) {
  const { t } = useLingui()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const name = say(REGISTERS[register])

  async function download() {
    setBusy(true)
    setFailure(undefined)
    try {
      save(await fetchTemplate(register, t`模板没有下载成功，请再试一次。`), `${name}.xlsx`)
    } catch (error) {
      // A refusal carries its own sentence; a cut line has none that a person could use.
      setFailure(
        error instanceof TypeError
          ? t`网络不通，模板没有下载成功，请再试一次。`
          : String(error instanceof Error ? error.message : error),
      )
    }
    setBusy(false)
  }

  return (
    <div className="desk-buttons">
      <Button loading={busy} onClick={() => void download()}>
        <Trans>下载{name}模板</Trans>
      </Button>
      <span role="status">{failure}</span>
    </div>
  )
}
