import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import type { Gate } from './gates.ts'

type FillPlaceDialogProps = {
  readonly rosterId: string
  readonly post: Gate['post']
  readonly day: string
  readonly shift: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Somebody is put on where too few stand: of those whom rest, hours, skill and their own answer let, least hours first. */
export function FillPlaceDialog({ rosterId, post, day, shift, onDone, onClose }: FillPlaceDialogProps) {
  const { t } = useLingui()
  const place = { postId: post.id, day, shift }
  const read = useRead('listFitting', { params: { id: rosterId }, query: place }, ['duties.'])
  const [personId, setPersonId] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('fillPlace')
  const title = t`给${post.name}补人`
  const errors = tried && !personId ? [{ field: 'personId', message: t`请选补谁` }] : []

  async function fill() {
    setTried(true)
    if (personId && (await send({ params: { id: rosterId }, body: { ...place, personId } }))) onDone()
  }
  if (read.data?.items.length === 0)
    return (
      <Modal open title={title} footer={null} onCancel={onClose}>
        <EmptyState title={<Trans>现在没有人可以补</Trans>}>
          <Trans>答应过的人，这时要么来不了，要么须休息、本周时数已满，或不会这里要的技能。</Trans>
        </EmptyState>
      </Modal>
    )
  return (
    <FormDialog
      title={title}
      ok={t`补上，通知本人`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void fill()}
      onClose={onClose}
    >
      <ReadView read={read}>
        {({ items }) => (
          <SelectField
            field="personId"
            label={<Trans>补谁</Trans>}
            hint={
              <Trans>
                只列这时能来、休息够、时数没满的人，排得少的在前。本人会收到通知，来不了可以求换班。
              </Trans>
            }
            options={items.map((one) => ({
              value: one.personId,
              label: t`${one.name} 已排 ${Math.round(one.minutes / 6) / 10} 小时 ${one.phone ?? ''}`,
            }))}
            value={personId}
            error={errorOf(errors, 'personId')}
            onChange={setPersonId}
          />
        )}
      </ReadView>
    </FormDialog>
  )
}
