import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { DaysDialog } from './DaysDialog.tsx'

type DrawDialogProps = {
  readonly checkIn: Answer<'listCheckIns'>['items'][number]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 填反馈卡 of a member: the member sees it first. */
export function DrawCardDialog({ checkIn, onDone, onClose }: DrawDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const { send, sending, failure } = useCommand('drawCard')
  return (
    <DaysDialog
      title={t`填反馈卡`}
      ok={t`请本人先看`}
      failure={failure}
      busy={sending}
      onDraw={async (days) => {
        if (await send({ params: { id: checkIn.id }, body: { id, ...days } })) onDone()
      }}
      onClose={onClose}
    >
      <p>
        {say(checkIn.unitName)} {checkIn.name}
      </p>
      <p>
        <Trans>办结的单和经确认的值班时长由系统填写，不用也不能手填。</Trans>
      </p>
      <Fills operation="drawCard" />
    </DaysDialog>
  )
}

/** 填单位服务报告: the unit sees it first. */
export function DrawReportDialog({ checkIn, onDone, onClose }: DrawDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const { send, sending, failure } = useCommand('drawReport')
  return (
    <DaysDialog
      title={t`填单位服务报告`}
      ok={t`请单位先看`}
      failure={failure}
      busy={sending}
      onDraw={async (days) => {
        if (await send({ params: { id: checkIn.id }, body: { id, ...days } })) onDone()
      }}
      onClose={onClose}
    >
      <p>
        {say(checkIn.unitName)} {checkIn.areaName}
      </p>
      <p>
        <Trans>数字取自党员本人看过并同意送交的反馈卡，和双方确认兑现的承诺，不用也不能手填。</Trans>
      </p>
      <Fills operation="drawReport" />
    </DaysDialog>
  )
}
