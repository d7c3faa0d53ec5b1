import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { RETURN_FORMATS } from '@linli/contract/upstream/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { fileAddress } from '../../../kit/api.ts'
import { DownloadButton } from '../../../kit/desk/DownloadButton.tsx'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { senderFile } from './addresses.ts'
import { SenderDialog } from './SenderDialog.tsx'
import './senders.css'

type Sender = Answer<'listSenders'>['items'][number]

/** 转来方: desks that send orders as files, each with the way in and the way back. */
export default function SendersPage() {
  const { t } = useLingui()
  const read = useRead('listSenders', {})
  const [editing, setEditing] = useState<Sender | 'new'>()
  const [isSaved, setSaved] = useState(false)
  return (
    <DeskPage
      title={t`热线和企业微信来单`}
      lead={
        <Trans>
          12345
          热线、企业微信导出的表格（.xlsx、.csv）导进来就是工单：编号和时限照对方的，办好后再导出给对方。不用再抄一遍。
        </Trans>
      }
      actions={
        <Button type="primary" onClick={() => setEditing('new')}>
          <Trans>登记转来方</Trans>
        </Button>
      }
    >
      <Saved>{isSaved && <Trans>已保存。</Trans>}</Saved>
      <ReadView read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>还没有登记转来方</Trans>} />
          ) : (
            items.map((sender) => (
              <SenderCard key={sender.id} sender={sender} onEdit={() => setEditing(sender)} />
            ))
          )
        }
      </ReadView>
      {editing && (
        <SenderDialog
          sender={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined)
            setSaved(true)
          }}
        />
      )}
    </DeskPage>
  )
}

type SenderCardProps = { readonly sender: Sender; readonly onEdit: () => void }

function SenderCard({ sender, onEdit }: SenderCardProps) {
  const { t } = useLingui()
  const say = useSay()
  const { id, name, decides, place, orders, open, importedAt } = sender
  const last = importedAt ? say(momentWords(importedAt)) : t`还没导入过`
  return (
    <Panel title={name}>
      <p>
        {decides ? (
          <Trans>由转来方回访、结案、延期和收回，这里不再打电话。</Trans>
        ) : (
          <Trans>由这里回访、结案。</Trans>
        )}
      </p>
      <p>
        <Trans>
          最近转来的 {orders} 张里，没办结 {open} 张；最近一次导入：{last}
        </Trans>
        <br />
        <Trans>认不出地点的放到：{place}</Trans>
      </p>
      <div className="sender-ways">
        <Link href={senderFile.url({ id })}>
          <Trans>导入表格</Trans>
        </Link>
        {orders > 0 &&
          codesOf(RETURN_FORMATS).map((format) => (
            <DownloadButton
              key={format}
              address={fileAddress('returnToSender', { params: { id }, query: { format } })}
              name={`${name}.${format}`}
              otherwise={t`现在导不出来，请稍后再试`}
            >
              <Trans>导出办理情况（{say(RETURN_FORMATS[format])}）</Trans>
            </DownloadButton>
          ))}
        <Button onClick={onEdit} aria-label={t`改 ${name}`}>
          <Trans>改</Trans>
        </Button>
      </div>
    </Panel>
  )
}
