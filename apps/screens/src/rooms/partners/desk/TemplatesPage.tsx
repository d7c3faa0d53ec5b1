import { Trans, useLingui } from '@lingui/react/macro'
import { DOCUMENT_KINDS, type DocumentKind, TEMPLATE_FIELDS } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import {
  DeskField,
  DeskPage,
  DownloadButton,
  ErrorSummary,
  Panel,
  ReadView,
  useRead,
} from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Template = Answer<'listDocumentTemplates'>['items'][number]

/** 文书模板: the place takes a template, changes it in Word, and brings it back. */
export default function TemplatesPage() {
  const { t } = useLingui()
  const read = useRead('listDocumentTemplates', {})
  return (
    <DeskPage
      title={t`文书模板`}
      lead={<Trans>下载模板，在 Word 或 WPS 里改好再传上来。花括号里的栏目由系统填写，请保留。</Trans>}
    >
      <ReadView read={read}>
        {({ items }) =>
          items.map((template) => (
            <TemplatePanel key={template.kind} template={template} onChanged={() => void read.refetch()} />
          ))
        }
      </ReadView>
    </DeskPage>
  )
}

const named = (kind: DocumentKind) => TEMPLATE_FIELDS[kind].needed.map((field) => `{${field}}`).join(' ')

function TemplatePanel({
  template,
  onChanged,
}: {
  readonly template: Template
  readonly onChanged: () => void
}) {
  const { t } = useLingui()
  const say = useSay()
  const { kind, isOwn, uploadedAt } = template
  const [file, setFile] = useState<File>()
  const [saved, setSaved] = useState(false)
  const { send, sending, failure } = useCommand('uploadDocumentTemplate')
  async function upload() {
    if (!file) return
    if (!(await send({ params: { kind }, file }))) return
    setSaved(true)
    setFile(undefined)
    onChanged()
  }
  const name = say(DOCUMENT_KINDS[kind])
  const fields = named(kind)
  return (
    <Panel title={name}>
      <Saved>{saved && <Trans>模板已换好，新开的文书按它来。</Trans>}</Saved>
      <p>
        {isOwn && uploadedAt ? (
          <Trans>现在用的是本地模板，{say(momentWords(uploadedAt))}上传。</Trans>
        ) : (
          <Trans>现在用的是系统自带的模板。</Trans>
        )}
      </p>
      <p>
        <Trans>必须有的栏目：{fields}</Trans>
      </p>
      <DownloadButton
        address={fileAddress('getDocumentTemplate', { params: { kind } })}
        name={t`${name}模板.docx`}
        otherwise={t`现在下载不了，请稍后再试`}
      >
        <Trans>下载模板</Trans>
      </DownloadButton>
      <ErrorSummary failure={failure} />
      <DeskField field={`file-${kind}`} label={<Trans>改好的模板（.docx）</Trans>}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".docx"
            onClick={(event) => {
              event.currentTarget.value = ''
            }}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        )}
      </DeskField>
      {file && (
        <Button type="primary" loading={sending} onClick={() => void upload()}>
          <Trans>换用这个模板</Trans>
        </Button>
      )}
    </Panel>
  )
}
