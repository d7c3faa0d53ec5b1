import { Trans, useLingui } from '@lingui/react/macro'
import type { PostRow } from '@linli/contract/people/shapes'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type EndPostDialogProps = {
  readonly post: PostRow
  readonly onClose: () => void
  readonly onEnded: () => void
}

/** Ends a post today; the rights that came with it end at once. */
export function EndPostDialog({ post, onClose, onEnded }: EndPostDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState('')
  const { send, sending, failure } = useCommand('endPost')
  const name = say(post.postName)
  const place = post.placeName
  const person = post.personName

  async function end() {
    const body = reason.trim() === '' ? {} : { reason: reason.trim() }
    if (await send({ params: { id: post.id }, body })) onEnded()
  }

  return (
    <FormDialog
      title={t`卸任：${name}`}
      ok={t`卸任`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <p>
        <Trans>
          {person} 不再担任 {place} 的{name}，相应的权限马上结束。
        </Trans>
      </p>
      <InputField
        field="reason"
        label={<Trans>说明</Trans>}
        optional
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
      <Fills operation="endPost" />
    </FormDialog>
  )
}
