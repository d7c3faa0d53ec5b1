import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ImportResult, RowError } from '@linli/contract/places/shapes'
import { Alert, Table } from 'antd'

/** What the server found in a file: the figures, or every wrong row with what to do about it. */
export function ImportReport({ result }: { readonly result: ImportResult }) {
  return (
    <>
      <Verdict result={result} />
      {result.errorCount > 0 ? <RowErrors result={result} /> : <Figures result={result} />}
    </>
  )
}

function Verdict({ result }: { readonly result: ImportResult }) {
  const { errorCount, applied, added, changed } = result
  if (errorCount > 0) {
    return (
      <Alert
        type="error"
        showIcon
        title={<Trans>有 {errorCount} 处要改，什么都没有写入。请在文件里改好，再选一次文件。</Trans>}
      />
    )
  }
  if (!applied) {
    return <Alert type="info" showIcon title={<Trans>检查通过，还没有写入。请按“导入”。</Trans>} />
  }
  return added + changed === 0 ? (
    <Alert type="success" showIcon title={<Trans>这份名册以前导过，内容没有变化，没有多出重复的。</Trans>} />
  ) : (
    <Alert type="success" showIcon title={<Trans>已经导入。同一份再导一次也不会重复。</Trans>} />
  )
}

function Figures({ result }: { readonly result: ImportResult }) {
  const { t } = useLingui()
  const figures = [
    { word: t`读到的行`, count: result.rowsRead },
    { word: result.applied ? t`新增` : t`将新增`, count: result.added },
    { word: result.applied ? t`更新` : t`将更新`, count: result.changed },
    { word: t`没有变化`, count: result.unchanged },
  ]
  return (
    <dl className="figures">
      {figures.map(({ word, count }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

function RowErrors({ result }: { readonly result: ImportResult }) {
  const { t } = useLingui()
  const hidden = result.errorCount - result.errors.length
  return (
    <>
      <Table<RowError>
        aria-label={t`要改的地方`}
        dataSource={[...result.errors]}
        rowKey={({ row, column, problem }) => `${row} ${column} ${problem}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t`行号`, dataIndex: 'row', align: 'right' },
          { title: t`列`, dataIndex: 'column' },
          { title: t`问题`, dataIndex: 'problem' },
          { title: t`怎么改`, dataIndex: 'remedy' },
        ]}
      />
      <p>
        <Trans>行号和表格软件里的一样，标题是第 1 行。</Trans>
        {hidden > 0 && <Plural value={hidden} other="还有 # 处没有列出，改好这些再检查一次。" />}
      </p>
    </>
  )
}
