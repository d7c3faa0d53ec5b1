import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { DaysDialog } from './DaysDialog.tsx'

type Closing = { readonly onDone: () => void; readonly onClose: () => void }
type DrawDialogProps = Closing & { readonly checkIn: Answer<'listCheckIns'>['items'][number] }

/** 填反馈卡 of a member: the member sees it first. */
export function DrawCardDialog({ checkIn, ...closing }: DrawDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Drawing operation="drawCard" checkInId={checkIn.id} title={t`填反馈卡`} ok={t`请本人先看`} {...closing}>
      <p>
        {say(checkIn.unitName)} {checkIn.name}
      </p>
      <p>
        <Trans>办结的单和经确认的值班时长由系统填写，不用也不能手填。</Trans>
      </p>
      <Fills operation="drawCard" />
    </Drawing>
  )
}

/** 填单位服务报告: the unit sees it first. */
export function DrawReportDialog({ checkIn, ...closing }: DrawDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Drawing
      operation="drawReport"
      checkInId={checkIn.id}
      title={t`填单位服务报告`}
      ok={t`请单位先看`}
      {...closing}
    >
      <p>
        {say(checkIn.unitName)} {checkIn.areaName}
      </p>
      <p>
        <Trans>数字取自党员本人看过并同意送交的反馈卡，和双方确认兑现的承诺，不用也不能手填。</Trans>
      </p>
      <Fills operation="drawReport" />
    </Drawing>
  )
}

type DrawingProps = Closing & {
  readonly operation: 'drawCard' | 'drawReport'
  readonly checkInId: string
  readonly title: string
  readonly ok: string
  readonly children: ReactNode
}

function Drawing({ operation, checkInId, onDone, ...dialog }: DrawingProps) {
  const [id] = useState(newKey)
  const { send, sending, failure } = useCommand(operation)
  return (
    <DaysDialog
      {...dialog}
      failure={failure}
      busy={sending}
      onDraw={async (days) => {
        if (await send({ params: { id: checkInId }, body: { id, ...days } })) onDone()
      }}
    />
  )
}
