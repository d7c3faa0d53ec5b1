import { useLingui } from '@lingui/react/macro'
import type { DeskActivityView } from '@linli/contract/activities/shapes'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { ActivityFields } from './ActivityFields.tsx'
import { type ActivityDraft, bodyOf, draftOf, EMPTY_DRAFT, faultsOf } from './draft.ts'

type ActivityDialogProps = {
  /** The activity to change; absent: a new one. */
  readonly activity?: DeskActivityView
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** 安排活动, one date or a series; or what is to be changed of one date. */
export function ActivityDialog({ activity, onClose, onSaved }: ActivityDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [draft, setDraft] = useState<ActivityDraft>(activity ? draftOf(activity) : EMPTY_DRAFT)
  const [tried, setTried] = useState(false)
  const plan = useCommand('planActivity')
  const change = useCommand('changeActivity')
  const { sending, failure } = activity ? change : plan
  const sentences = useSentences()
  const errors = faultsOf(draft).map((field) => ({ field, message: sentences[field] ?? t`请看看这一项` }))

  async function save() {
    setTried(true)
    const body = bodyOf(draft)
    if (!body) return
    const weekdays = draft.weekdays.map(Number)
    const repeat = weekdays.length === 0 ? null : { weekdays, until: draft.until }
    const answer = activity
      ? await change.send({ params: { id: activity.id }, body: { version: activity.version, ...body } })
      : await plan.send({ body: { id, ...body, repeat } })
    if (answer) onSaved(activity?.id ?? id)
  }

  return (
    <FormDialog
      title={activity ? t`修改活动` : t`安排活动`}
      ok={t`保存`}
      errors={tried ? errors : []}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <ActivityFields
        draft={draft}
        onChange={setDraft}
        errors={tried ? errors : []}
        mayRepeat={activity === undefined}
      />
      <Fills operation="planActivity" />
    </FormDialog>
  )
}

function useSentences(): Partial<Record<keyof ActivityDraft, string>> {
  const { t } = useLingui()
  return {
    title: t`请填名称`,
    kind: t`请选类别`,
    words: t`请写一写做什么`,
    path: t`请选是哪个社区的活动`,
    place: t`请填地点，写到门牌`,
    day: t`请选哪天`,
    from: t`请填几点开始，例如 16:30`,
    to: t`请填几点结束，要晚于开始`,
    seats: t`请填大于 0 的整数；不限就空着`,
    helpers: t`请填整数；不要帮手填 0`,
    until: t`请选到哪天为止，要晚于第一场`,
  }
}
