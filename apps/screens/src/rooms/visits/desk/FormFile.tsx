import { Trans, useLingui } from '@lingui/react/macro'
import type { FormRemark } from '@linli/contract/visits/shapes'
import { Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { call } from '../../../kit/api.ts'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { draftsOf, type QuestionDraft } from './formDraft.ts'

type FormFileProps = { readonly onRead: (questions: readonly QuestionDraft[], name: string | null) => void }

/** 读入 XLSForm: its questions take the place of what stands here; what could not be taken over is named by sheet and row. */
export function FormFile({ onRead }: FormFileProps) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [remarks, setRemarks] = useState<readonly FormRemark[]>()
  const [failure, setFailure] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.currentTarget.files ?? []
    event.currentTarget.value = ''
    if (!file) return
    setBusy(true)
    setFailure(undefined)
    setRemarks(undefined)
    try {
      const form = await call('readFormFile', { file })
      setRemarks(form.remarks)
      if (form.questions.length > 0) onRead(draftsOf(form.questions), form.name)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(t`没有读成，请再试一次。`))
    }
    setBusy(false)
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <div className="desk-row">
        <Button loading={isBusy} onClick={() => input.current?.click()}>
          <Trans>读入 XLSForm 表单</Trans>
        </Button>
        <input
          ref={input}
          hidden
          aria-label={t`XLSForm 文件`}
          type="file"
          accept=".xlsx"
          onChange={(event) => void read(event)}
        />
      </div>
      {remarks?.length === 0 && (
        <p role="status">
          <Trans>都读入了，请往下看一遍。</Trans>
        </p>
      )}
      {remarks && remarks.length > 0 && (
        <Panel title={t`有 ${remarks.length} 处没有照搬`}>
          <ul>
            {remarks.map(({ sheet, row, says, advice }) => (
              <li key={`${sheet} ${row} ${says}`}>
                <Trans>
                  {sheet} 表第 {row} 行：{says}
                  {advice}
                </Trans>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
