import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerDifference } from '@linli/contract/ledgers/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { DeskField, DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { type comparison, ledger } from './addresses.ts'
import { Differences } from './Differences.tsx'
import './ledgers.css'

/** 把改过的表带回来: what an edited export would change, cell by cell; a person accepts what goes in. */
export default function ComparisonPage({ params }: PageProps<typeof comparison>) {
  const { t } = useLingui()
  const say = useSay()
  const list = useRead('listLedgers', {})
  const command = useCommand('compareLedger')
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const [found, setFound] = useState<LedgerDifference>()
  const errors = tried && !file ? [{ field: 'file', message: t`请先选一个 .xlsx 文件` }] : []
  const view = list.data?.items.find(({ key }) => key === params.ledger)
  const editable = view?.columns.filter((column) => column.editable).map(({ name }) => say(name)) ?? []
  const names = editable.join('、')
  async function compare() {
    setTried(true)
    if (!file) return
    setFound(undefined)
    setFound(await command.send({ params, file }))
  }
  return (
    <DeskPage
      title={t`把改过的表带回来`}
      back={{ href: ledger.url(params), label: <Trans>回到台账</Trans> }}
      lead={
        <Trans>
          先从台账导出 Excel，在表里改，再传上来对照。对照不会改动任何东西；您逐行确认以后才办理。
        </Trans>
      }
    >
      <ReadView read={list}>
        {() => (
          <Panel title={<Trans>选改过的表</Trans>}>
            <p>
              <Trans>能改的列：{names}。其他列由办事过程自动生成。</Trans>
            </p>
            <ErrorSummary errors={errors} failure={command.failure} />
            <DeskField field="file" label={<Trans>表格文件</Trans>} error={errors[0]?.message}>
              {(control) => (
                <input
                  {...control}
                  type="file"
                  accept=".xlsx"
                  onClick={(event) => {
                    event.currentTarget.value = ''
                  }}
                  onChange={(event) => {
                    setFile(event.target.files?.[0])
                    setFound(undefined)
                  }}
                />
              )}
            </DeskField>
            <Button type="primary" loading={command.sending} onClick={() => void compare()}>
              <Trans>对照</Trans>
            </Button>
          </Panel>
        )}
      </ReadView>
      {found && view && <Differences found={found} view={view} />}
    </DeskPage>
  )
}
