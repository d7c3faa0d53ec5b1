import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../../kit/desk/fields.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useCommand } from '../../../../kit/useCommand.ts'

type CloseDialogProps = {
  readonly team: Answer<'getTeam'>
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 解散队伍: with a reason that everybody in it reads. */
export function CloseDialog({ team, onDone, onClose }: CloseDialogProps) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('closeTeam')
  const errors =
    tried && words.trim() === '' ? [{ field: 'words', message: t`请写为什么解散，队员会看到` }] : []
  async function close() {
    setTried(true)
    if (words.trim() === '') return
    if (await send({ params: { id: team.id }, body: { words: words.trim() } })) onDone()
  }
  return (
    <FormDialog
      title={t`解散“${team.name}”`}
      ok={t`解散队伍`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void close()}
      onClose={onClose}
    >
      <p>
        <Trans>
          队里 {team.members}{' '}
          人会收到通知；还没答复的不再等。谁哪天在队、做过什么都留着。解散后不能恢复，可以另建一支。
        </Trans>
      </p>
      <InputField
        field="words"
        label={<Trans>为什么解散</Trans>}
        hint={<Trans>例如活动期已经结束，队员会看到</Trans>}
        maxLength={200}
        value={words}
        error={errorOf(errors, 'words')}
        onChange={setWords}
      />
    </FormDialog>
  )
}
