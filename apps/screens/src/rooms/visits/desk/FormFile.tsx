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
  const [found, setFound] = useState<{
    readonly questions: number
    readonly remarks: readonly FormRemark[]
  }>()
  const [failure, setFailure] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.currentTarget.files ?? []
    event.currentTarget.value = ''
    if (!file) return
    setBusy(true)
    setFailure(undefined)
    setFound(undefined)
    try {
      const form = await call('readFormFile', { file })
      setFound({ questions: form.questions.length, remarks: form.remarks })
      if (form.questions.length > 0) onRead(draftsOf(form.questions), form.name)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(t`没有读成，请再试一次。`))
    }
    setBusy(false)
  }
  const { questions = 0, remarks = [] } = found ?? {}
  return (
    <Panel title={<Trans>有现成的表单</Trans>}>
      <ErrorSummary failure={failure} />
      <p>
        <Trans>用 Kobo、ODK 做好的 XLSForm（.xlsx）可以读进来，下面的题会换成文件里的。</Trans>
      </p>
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
      <p role="status">
        {found && remarks.length === 0 && <Trans>读入了 {questions} 题，请往下看一遍。</Trans>}
        {remarks.length > 0 && (
          <Trans>
            读入了 {questions} 题，有 {remarks.length} 处没有照搬：
          </Trans>
        )}
      </p>
      {remarks.length > 0 && (
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
      )}
    </Panel>
  )
}
