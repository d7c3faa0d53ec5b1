import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from 'antd'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'

type HandedOutDialogProps = {
  readonly handedOut: Answer<'createStaffAccount'>
  readonly onClose: () => void
}

/** What was made by chance for somebody, this once: to be told in person. */
export function HandedOutDialog({ handedOut, onClose }: HandedOutDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const { login, password, until } = handedOut
  const moment = say(momentWords(until))
  return (
    <Modal
      open
      title={t`请现在告诉本人`}
      okText={t`已经告诉本人`}
      onOk={onClose}
      footer={(_, { OkBtn }) => <OkBtn />}
      closable={false}
    >
      <dl className="handed-out">
        <dt>
          <Trans>登录名</Trans>
        </dt>
        <dd>
          <code>{login}</code>
        </dd>
        <dt>
          <Trans>一次性密码</Trans>
        </dt>
        <dd>
          <code>{password}</code>
        </dd>
      </dl>
      <p>
        <Trans>
          关上以后不再显示。请当面说，或打本人电话说，不要发到群里。{moment}
          之前登录有效；登录后先换成自己的密码，再绑定验证器。
        </Trans>
      </p>
    </Modal>
  )
}
