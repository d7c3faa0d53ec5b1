import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { TEMPLATE_SCOPES, type TemplateScope } from '@linli/contract/ledgers/words'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import {
  DeskField,
  DeskPage,
  DownloadButton,
  EmptyState,
  ErrorSummary,
  Panel,
  ReadView,
  useRead,
} from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { ledger, type templates } from './addresses.ts'

/** The place's own Word templates of a ledger: columns stand in braces by their names. */
export default function TemplatesPage({ params }: PageProps<typeof templates>) {
  const { t } = useLingui()
  const say = useSay()
  const read = useRead('listLedgerTemplates', { params })
  const withdrawing = useCommand('withdrawLedgerTemplate')
  return (
    <DeskPage
      title={t`Word 模板`}
      back={{ href: ledger.url(params), label: <Trans>回到台账</Trans> }}
      lead={
        <Trans>
          先下载通用模板，在 Word 里改好再传上来。列名写在大括号里，每一行的内容放在 {'{#行}…{/行}'} 中间。
        </Trans>
      }
    >
      <ErrorSummary failure={withdrawing.failure} />
      <Panel title={<Trans>现有的模板</Trans>}>
        <ReadView read={read}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={<Trans>还没有自己的模板，导出 Word 时用系统通用模板</Trans>} />
            ) : (
              <ul className="ledger-list">
                {items.map(({ id, name, scope }) => (
                  <li key={id} className="ledger-export">
                    <span>
                      {name}
                      <span className="row-small">{say(TEMPLATE_SCOPES[scope])}</span>
                    </span>
                    <Button
                      loading={withdrawing.sending}
                      onClick={() =>
                        void withdrawing.send({ params: { id } }).then((done) => done && read.refetch())
                      }
                    >
                      <Trans>撤下“{name}”</Trans>
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </ReadView>
      </Panel>
      <AddTemplate ledgerKey={params.ledger} onAdded={() => void read.refetch()} />
    </DeskPage>
  )
}

function AddTemplate({ ledgerKey, onAdded }: { readonly ledgerKey: string; readonly onAdded: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const [scope, setScope] = useState<TemplateScope>('table')
  const [name, setName] = useState('')
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const [added, setAdded] = useState(false)
  const command = useCommand('addLedgerTemplate')
  const errors = tried
    ? [
        ...(name.trim() ? [] : [{ field: 'name', message: t`请给模板起个名字` }]),
        ...(file ? [] : [{ field: 'file', message: t`请选一个 .docx 文件` }]),
      ]
    : []
  async function send() {
    setTried(true)
    setAdded(false)
    if (!file || !name.trim()) return
    const answer = await command.send({
      params: { ledger: ledgerKey },
      query: { scope, name: name.trim() },
      file,
    })
    if (!answer) return
    setTried(false)
    setName('')
    setFile(undefined)
    setAdded(true)
    onAdded()
  }
  return (
    <Panel title={<Trans>传一个新模板</Trans>}>
      <DownloadButton
        address={fileAddress('defaultLedgerTemplate', { params: { ledger: ledgerKey }, query: { scope } })}
        name={t`通用模板.docx`}
        otherwise={t`模板没有下载成功，请再按一次。`}
      >
        <Trans>下载通用模板</Trans>
      </DownloadButton>
      <ErrorSummary errors={errors} failure={command.failure} />
      <Saved>{added && <Trans>模板已经可以用了。</Trans>}</Saved>
      <ChoiceField
        field="scope"
        label={<Trans>用于</Trans>}
        value={scope}
        options={optionsOf(TEMPLATE_SCOPES, say)}
        onChange={(code) => setScope(codesOf(TEMPLATE_SCOPES).find((one) => one === code) ?? scope)}
      />
      <InputField
        field="name"
        label={<Trans>名称</Trans>}
        error={errors.find(({ field }) => field === 'name')?.message}
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <DeskField
        field="file"
        label={<Trans>Word 文件</Trans>}
        error={errors.find(({ field }) => field === 'file')?.message}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".docx"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        )}
      </DeskField>
      <Button type="primary" loading={command.sending} onClick={() => void send()}>
        <Trans>检查并保存</Trans>
      </Button>
    </Panel>
  )
}
