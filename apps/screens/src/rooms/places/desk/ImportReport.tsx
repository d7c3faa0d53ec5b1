import { useLingui } from '@lingui/react/macro'
import type { ImportResult, RowError } from '@linli/contract/places/shapes'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { FileReport } from './FileReport.tsx'

/** What a register's file would do, or did; or each wrong cell with what to put there. */
export function ImportReport({ report }: { readonly report: ImportResult }) {
  const { t } = useLingui()
  const figures = [
    { word: t`读到几行`, value: report.rowsRead },
    { word: t`新增`, value: report.added },
    { word: t`改动`, value: report.changed },
    { word: t`不变`, value: report.unchanged },
  ]
  return (
    <FileReport report={report} figures={figures}>
      {report.errors.length > 0 && <Errors errors={report.errors} />}
    </FileReport>
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
