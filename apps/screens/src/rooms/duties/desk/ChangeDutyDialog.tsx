import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type ChangeDutyDialogProps = {
  readonly rosterId: string
  readonly duty: Answer<'listDuties'>['items'][number]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Somebody else takes a duty; the server keeps rest, hours and skill. */
export function ChangeDutyDialog({ rosterId, duty, onDone, onClose }: ChangeDutyDialogProps) {
  const { t } = useLingui()
  const members = useRead('listMembers', { params: { id: rosterId } })
  const [personId, setPersonId] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('changeDuty')
  const errors = tried && !personId ? [{ field: 'personId', message: t`请选由谁值班` }] : []

  async function change() {
    setTried(true)
    if (personId && (await send({ params: { id: duty.id }, body: { personId } }))) onDone()
  }
  return (
    <FormDialog
      title={t`改派`}
      ok={t`改派`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <SelectField
        field="personId"
        label={<Trans>改由谁值班</Trans>}
        hint={<Trans>只列答应过这张排班的人，打姓或电话尾号就能找；休息和时数由系统核对。</Trans>}
        options={(members.data?.items ?? [])
          .filter((member) => member.personId !== duty.personId)
          .map((member) => ({ value: member.personId, label: `${member.name} ${member.phone ?? ''}` }))}
        value={personId}
        error={errorOf(errors, 'personId')}
        onChange={setPersonId}
      />
    </FormDialog>
  )
}
