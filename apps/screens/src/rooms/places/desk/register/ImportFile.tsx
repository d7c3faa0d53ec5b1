import { Trans } from '@lingui/react/macro'
import type { ImportResult } from '@linli/contract/places/shapes'
import type { Register } from '@linli/contract/places/words'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '../../../../kit/desk/DeskProviders.tsx'
import { ErrorSummary, Panel } from '../../../../kit/desk/index.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { ImportReport } from './ImportReport.tsx'

type ImportFileProps = { readonly register: Register; readonly file: File }

/** One chosen file on its way in: nothing is imported before a check of this very file found nothing wrong. */
export function ImportFile({ register, file }: ImportFileProps) {
  const [result, setResult] = useState<ImportResult>()
  const { send, sending, failure } = useCommand('importRegister')
  const mayImport = result !== undefined && !result.applied && result.errorCount === 0

  async function sendFile(check: boolean) {
    const answer = await send({ params: { register }, query: { check }, file })
    if (!answer) return
    setResult(answer)
    if (answer.applied) void queries.invalidateQueries()
  }

  return (
    <Panel title={<Trans>第三步：检查，导入</Trans>}>
      <p>
        <Trans>已选文件：{file.name}</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <div className="desk-buttons">
        <Button
          type={mayImport ? 'default' : 'primary'}
          loading={sending}
          onClick={() => void sendFile(true)}
        >
          <Trans>先检查，不写入</Trans>
        </Button>
        {mayImport && (
          <Button type="primary" loading={sending} onClick={() => void sendFile(false)}>
            <Trans>导入</Trans>
          </Button>
        )}
      </div>
      <div role="status">{result && <ImportReport result={result} />}</div>
    </Panel>
  )
}
