import { Trans, useLingui } from '@lingui/react/macro'
import type { CheckedFile } from '@linli/contract/upstream/shapes'
import { ROW_FATES } from '@linli/contract/upstream/words'
import { Alert } from 'antd'
import { Link } from 'wouter'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'

/** What a file would do: counted, and the rows that are no plain new orders by their number in the file. */
export function CheckedReport({ checked }: { readonly checked: CheckedFile }) {
  const { t } = useLingui()
  const say = useSay()
  const { rowsRead, fresh, known, similar, unplaced, wrong, rows } = checked
  const figures = [
    { word: t`读到几行`, value: rowsRead },
    { word: t`新单`, value: fresh },
    { word: t`已导入过`, value: known },
    { word: t`要改`, value: wrong },
  ]
  return (
    <>
      <div role="status">
        {wrong > 0 ? (
          <Alert
            type="error"
            showIcon
            title={<Trans>有 {wrong} 行要改，改好文件再检查一次；现在什么都不写入。</Trans>}
          />
        ) : fresh === 0 ? (
          <Alert type="info" showIcon title={<Trans>这些单都已经在了，不用再导。</Trans>} />
        ) : (
          <Alert type="info" showIcon title={<Trans>检查通过，还没有写入。</Trans>} />
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
      {similar > 0 && (
        <p>
          <Trans>其中 {similar} 张和已有的单是同一个来电号码，可能是同一件事：照样导入，派单前再看。</Trans>
        </p>
      )}
      {unplaced > 0 && (
        <p>
          <Trans>其中 {unplaced} 张认不出地点，先放到这个转来方的默认地点，受理时再改。</Trans>
        </p>
      )}
      {rows.length > 0 && (
        <WideTable
          aria-label={t`要看一眼的行`}
          rowKey="row"
          dataSource={rows}
          columns={[
            { title: t`第几行`, key: 'row', dataIndex: 'row', align: 'right' },
            { title: t`编号`, key: 'number', dataIndex: 'number' },
            { title: t`会怎样`, key: 'fate', render: (_, { fate }) => say(ROW_FATES[fate]) },
            {
              title: t`哪一张单，或怎么改`,
              key: 'what',
              render: (_, { order, column, problem, remedy }) =>
                order ? (
                  <Link href={desk.order.url({ id: order.id })}>{order.number}</Link>
                ) : (
                  <Trans>
                    {column}：{problem}。{remedy}
                  </Trans>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
