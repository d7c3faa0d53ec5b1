import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { DeskField, Panel } from '../../../../kit/desk/index.ts'
import { fieldId } from '../../../../kit/fieldIds.ts'

const FIELD = 'group-text'

/** Copies what is selected in the field; the older way also works where the page is not on https. */
async function copy(text: string): Promise<boolean> {
  const area = document.getElementById(fieldId(FIELD))
  if (area instanceof HTMLTextAreaElement) area.select()
  if (!navigator.clipboard) return document.execCommand('copy')
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => document.execCommand('copy'),
  )
}

/** 转发到群: a text without personal data, with the claim link. */
export function GroupText({ text }: { readonly text: string }) {
  const { t } = useLingui()
  const [said, setSaid] = useState('')
  return (
    <Panel title={<Trans>转发到群</Trans>}>
      <DeskField
        field={FIELD}
        label={<Trans>群里的话</Trans>}
        hint={<Trans>不含个人信息，可以直接发到邻里群</Trans>}
      >
        {(control) => <Input.TextArea {...control} readOnly autoSize value={text} />}
      </DeskField>
      <p className="desk-actions">
        <Button
          onClick={() =>
            void copy(text).then((done) =>
              setSaid(done ? t`已复制，到群里粘贴就行` : t`已经选中，请按 Ctrl+C 复制`),
            )
          }
        >
          <Trans>复制</Trans>
        </Button>
        <span role="status">{said}</span>
      </p>
    </Panel>
  )
}
