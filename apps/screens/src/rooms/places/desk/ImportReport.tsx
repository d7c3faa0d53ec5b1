import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportResult, RowError } from '@linli/contract/places/shapes'
import { Alert } from 'antd'
import { WideTable } from '../../../kit/desk/WideTable.tsx'

/** What a file would do, or did; or each wrong cell with what to put there. */
export function ImportReport({ report }: { readonly report: ImportResult }) {
  const { t } = useLingui()
  const { rowsRead, errorCount, errors } = report
  const all = [
    { word: t`读到几行`, value: rowsRead },
    { word: t`新增`, value: report.added },
    { word: t`改动`, value: report.changed },
    { word: t`不变`, value: report.unchanged },
  ]
  const figures = errorCount > 0 ? all.slice(0, 1) : all // what a refused file would have added says nothing
  const shown = errors.length
  return (
    <>
      <div role="status">
        {errorCount > 0 ? (
          <Alert
            type="error"
            showIcon
            title={<Trans>有 {errorCount} 处要改，什么都没有写入。请在表格里改好再检查一次。</Trans>}
          />
        ) : report.applied ? (
          <Alert type="success" showIcon title={<Trans>已导入。</Trans>} />
        ) : (
          <Alert type="info" showIcon title={<Trans>检查通过，还没有写入。按“导入”就写入。</Trans>} />
        )}
      </div>
      <dl className="figures">
        {figures.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {shown > 0 && <Errors errors={errors} />}
      {shown < errorCount && (
        <p>
          <Trans>这里只列出前 {shown} 处。</Trans>
        </p>
      )}
    </>
  )
}

function Errors({ errors }: { readonly errors: readonly RowError[] }) {
  const { t } = useLingui()
  const rows = errors.map((error, index) => ({ ...error, key: index }))
  return (
    <WideTable
      aria-label={t`要改的地方`}
      dataSource={rows}
      columns={[
        { title: t`第几行`, key: 'row', dataIndex: 'row', align: 'right' },
        { title: t`哪一列`, key: 'column', dataIndex: 'column' },
        { title: t`问题`, key: 'problem', dataIndex: 'problem' },
        { title: t`怎么改`, key: 'remedy', dataIndex: 'remedy' },
      ]}
    />
  )
}
