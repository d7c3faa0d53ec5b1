import { Trans, useLingui } from '@lingui/react/macro'
import type { FeatureError, OutlineImport } from '@linli/contract/places/boundaryShapes'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import { FileReport } from '../FileReport.tsx'
import { Warnings } from './Warnings.tsx'

/** What a file of outlines would do, or did; or each wrong feature with what to do about it. */
export function OutlineReport({ report }: { readonly report: OutlineImport }) {
  const { t } = useLingui()
  const figures = [
    { word: t`图形`, value: report.featuresRead },
    { word: t`新画`, value: report.added },
    { word: t`改动`, value: report.changed },
    { word: t`不变`, value: report.unchanged },
  ]
  return (
    <FileReport report={report} figures={figures} lead={<Moved report={report} />}>
      <Warnings warnings={report.warnings} count={report.warningCount} />
      {report.errors.length > 0 && <Errors errors={report.errors} />}
    </FileReport>
  )
}

function Moved({ report: { column, movedMetres } }: { readonly report: OutlineImport }) {
  return (
    <p>
      {movedMetres > 0 ? (
        <Trans>
          按“{column}”这一列找的地点；坐标已换成 WGS84，移动了约 {movedMetres} 米。
        </Trans>
      ) : (
        <Trans>按“{column}”这一列找的地点；坐标没有移动。</Trans>
      )}
    </p>
  )
}

function Errors({ errors }: { readonly errors: readonly FeatureError[] }) {
  const { t } = useLingui()
  const rows = errors.map((error, index) => ({ ...error, key: index }))
  return (
    <WideTable
      aria-label={t`要改的图形`}
      dataSource={rows}
      columns={[
        { title: t`第几个图形`, key: 'feature', dataIndex: 'feature', align: 'right' },
        { title: t`写的是`, key: 'value', dataIndex: 'value' },
        { title: t`问题`, key: 'problem', dataIndex: 'problem' },
        { title: t`怎么改`, key: 'remedy', dataIndex: 'remedy' },
      ]}
    />
  )
}
