import { Trans, useLingui } from '@lingui/react/macro'
import type { SenderColumn } from '@linli/contract/upstream/shapes'
import { SENDER_FIELDS } from '@linli/contract/upstream/words'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { SheetField } from '../../places/desk/SheetField.tsx'
import { type senderFile, senders } from './addresses.ts'
import './senders.css'
import { CheckedReport } from './CheckedReport.tsx'
import { Columns } from './Columns.tsx'
import { ImportRun } from './ImportRun.tsx'

/** 导入转来的表格: choose, look at what would come of it, correct what the columns mean, import. */
export default function SenderFilePage({ params }: PageProps<typeof senderFile>) {
  const { t } = useLingui()
  const read = useRead('listSenders', {})
  const name = read.data?.items.find(({ id }) => id === params.id)?.name
  return (
    <DeskPage
      title={name ? t`${name}：导入表格` : t`导入表格`}
      back={{ href: senders.url(), label: <Trans>热线和企业微信来单</Trans> }}
      lead={<Trans>先检查，再导入。同一个编号只会有一张单，同一张表再导一次也不会重复。</Trans>}
    >
      <ReadView read={read}>
        {({ items }) => {
          const sender = items.find(({ id }) => id === params.id)
          return sender ? (
            <FileOf sender={sender} />
          ) : (
            <p role="alert">
              <Trans>没有这个转来方，请回到上一页重新选。</Trans>
            </p>
          )
        }}
      </ReadView>
    </DeskPage>
  )
}

function FileOf({ sender }: { readonly sender: Answer<'listSenders'>['items'][number] }) {
  const { t } = useLingui()
  const say = useSay()
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const [checked, setChecked] = useState<Answer<'checkSenderFile'>>()
  const [corrected, setCorrected] = useState<readonly SenderColumn[]>()
  const [search, setSearch] = useSearchParams()
  const checking = useCommand('checkSenderFile')
  const remembering = useCommand('changeSender')
  const importing = useCommand('importSenderFile')
  const run = search.get('run') ?? undefined
  const params = { id: sender.id }
  const errors = tried && !file ? [{ field: 'file', message: t`请先选一个 .xlsx 或 .csv 文件` }] : []
  const isBusy = checking.sending || remembering.sending || importing.sending
  const isClean = checked !== undefined && checked.missing.length === 0 && checked.wrong === 0

  function choose(chosen: File | undefined) {
    setFile(chosen)
    setChecked(undefined)
    setCorrected(undefined)
    setTried(false)
    checking.forget()
    importing.forget()
    if (run) setSearch({}, { replace: true })
  }

  async function check() {
    setTried(true)
    if (!file) return
    if (corrected) {
      const { name, decides, path, version } = sender
      const body = { name, decides, path, version, columns: [...corrected] }
      if (!(await remembering.send({ params, body }))) return
    }
    const answer = await checking.send({ params, file })
    if (!answer) return
    setCorrected(undefined)
    setChecked(answer)
  }

  async function bringIn() {
    if (!file) return
    const answer = await importing.send({ params, file })
    if (!answer) return
    setChecked(undefined)
    setSearch({ run: answer.run }, { replace: true })
  }

  return (
    <>
      <ErrorSummary errors={errors} failure={checking.failure ?? remembering.failure ?? importing.failure} />
      <Panel title={<Trans>1. 选文件，检查</Trans>}>
        <SheetField
          file={file}
          error={errors[0]?.message}
          hint={<Trans>对方导出的 .xlsx 或 .csv，原样就行，不用改列名</Trans>}
          onChoose={choose}
        />
        <Button type={isClean ? 'default' : 'primary'} loading={isBusy} onClick={() => void check()}>
          <Trans>检查这个文件</Trans>
        </Button>
      </Panel>
      {checked && (
        <Panel title={<Trans>2. 各列对应什么</Trans>}>
          {checked.missing.length > 0 && (
            <Alert
              role="alert"
              type="error"
              showIcon
              title={
                <Trans>
                  还没有列对应：{checked.missing.map((field) => say(SENDER_FIELDS[field])).join(t`、`)}
                  。请在下面选好。
                </Trans>
              }
            />
          )}
          <Columns columns={corrected ?? checked.columns} onChange={setCorrected} />
          {corrected && (
            <Button type="primary" loading={isBusy} onClick={() => void check()}>
              <Trans>记住这样对应，再检查</Trans>
            </Button>
          )}
        </Panel>
      )}
      {checked && checked.missing.length === 0 && !corrected && (
        <Panel title={<Trans>3. 会怎样</Trans>}>
          <CheckedReport checked={checked} />
          {isClean && checked.fresh > 0 && (
            <Button type="primary" loading={isBusy} onClick={() => void bringIn()}>
              <Trans>导入 {checked.fresh} 张单</Trans>
            </Button>
          )}
        </Panel>
      )}
      {run && (
        <Panel title={<Trans>导入情况</Trans>}>
          <ImportRun id={run} />
        </Panel>
      )}
    </>
  )
}
