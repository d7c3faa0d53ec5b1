import { Trans } from '@lingui/react/macro'
import { Alert } from 'antd'
import type { ReactNode } from 'react'

type FileReportProps = {
  readonly report: {
    readonly applied: boolean
    readonly errorCount: number
    readonly errors: readonly unknown[]
  }
  /** What was read, then what would be, or was, written. */
  readonly figures: readonly { readonly word: string; readonly value: number }[]
  /** Stands above the figures. */
  readonly lead?: ReactNode
  /** Stands below them: warnings, the table of what is wrong. */
  readonly children: ReactNode
}

/** What a file would do, or did; or that nothing was written, and how much is to be corrected. */
export function FileReport({ report, figures, lead, children }: FileReportProps) {
  const { applied, errorCount, errors } = report
  const shown = errors.length
  const said = errorCount > 0 ? figures.slice(0, 1) : figures // what a refused file would have added says nothing
  return (
    <>
      <div role="status">
        {errorCount > 0 ? (
          <Alert
            type="error"
            showIcon
            title={<Trans>有 {errorCount} 处要改，什么都没有写入。请改好文件再检查一次。</Trans>}
          />
        ) : applied ? (
          <Alert type="success" showIcon title={<Trans>已导入。</Trans>} />
        ) : (
          <Alert type="info" showIcon title={<Trans>检查通过，还没有写入。按“导入”就写入。</Trans>} />
        )}
      </div>
      {lead}
      <dl className="figures">
        {said.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      {shown < errorCount && (
        <p>
          <Trans>这里只列出前 {shown} 处。</Trans>
        </p>
      )}
    </>
  )
}
