import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'

type NewKeyDialogProps = { readonly issued: Answer<'issueApiKey'>; readonly onClose: () => void }

/** The key, this once. */
export function NewKeyDialog({ issued, onClose }: NewKeyDialogProps) {
  const { t } = useLingui()
  const [copied, setCopied] = useState<boolean>()
  const { key, expiresAt } = issued
  const until = useSay()(momentWords(expiresAt))
  return (
    <Modal
      open
      title={t`请现在交给对方`}
      okText={t`已经交给对方`}
      onOk={onClose}
      footer={(_, { OkBtn }) => <OkBtn />}
      closable={false}
    >
      <p>
        <code className="api-key">{key}</code>
      </p>
      <Button
        onClick={() =>
          void navigator.clipboard.writeText(key).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        <Trans>复制钥匙</Trans>
      </Button>
      <p role="status">
        {copied === true && <Trans>已复制。</Trans>}
        {copied === false && <Trans>没能复制，请手工选中上面的钥匙。</Trans>}
      </p>
      <p>
        <Trans>
          关上以后不再显示，系统里也不留。请用当面或加密的办法交给对方的技术人员，不要发到群里。有效到 {until}
          。
        </Trans>
      </p>
    </Modal>
  )
}
