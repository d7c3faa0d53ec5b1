import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import { Button, Card } from '../../../../kit/hand/index.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { HOST_STEPS, type HostVerb } from '../../stepFields.ts'
import { NoteForm } from '../NoteForm.tsx'
import { StepForm } from '../StepForm.tsx'
import { AskForm } from './AskForm.tsx'
import { ContactedForm } from './ContactedForm.tsx'
import { GiveBackForm } from './GiveBackForm.tsx'
import { HandleForm } from './HandleForm.tsx'

type StepsProps = { readonly order: OrderView; readonly onChanged: () => Promise<void> }

/** The forms that open one at a time; signing for is a single press and has none. */
const FORMS = [
  'selfHandle',
  'contactRequester',
  'reportProgress',
  'handleOrder',
  'answerSupervision',
  'resumeOrder',
  'answerCall',
  'recordMeeting',
  'addNote',
  'whistleUnits',
  'callCoHosts',
  'judgeAnswer',
  'releaseCoHost',
  'escalateOrder',
  'askExtension',
  'askPause',
  'askReturn',
  'askExplained',
  'raiseObjection',
  'withdrawAsk',
  'giveBack',
] as const
type Form = (typeof FORMS)[number]

/** Only the steps that the server allows now; the first of them in the order of the work is the main one. */
export function TaskSteps({ order, onChanged }: StepsProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState<Form>()
  const labels: Record<Form, string> = {
    selfHandle: t`当场办好，自办自结`,
    contactRequester: t`我联系过了`,
    reportProgress: t`报进展`,
    handleOrder: t`办好了`,
    addNote: t`补充说明`,
    giveBack: t`办不了，放回去`,
    answerSupervision: t`回复督办`,
    resumeOrder: t`恢复办理`,
    answerCall: t`我们的部分办好了，答复`,
    recordMeeting: t`开过会了，写纪要`,
    whistleUnits: t`要别的单位马上来，吹哨`,
    callCoHosts: t`要几家一起办，请协办`,
    judgeAnswer: t`评一评协办单位`,
    releaseCoHost: t`有一家不用协办了`,
    escalateOrder: t`定不下来，上报请办`,
    askExtension: t`时间不够，申请延期`,
    askPause: t`要等别人，申请挂起`,
    askReturn: t`不归我办，申请退单`,
    askExplained: t`目前解决不了，提请解释结案`,
    raiseObjection: t`不同意这个决定，提出异议`,
    withdrawAsk: t`撤回刚才的申请`,
  }
  const allowed = FORMS.filter((form) => order.actions.includes(form))
  const close = () => setOpen(undefined)
  const form = { order, onDone: onChanged, onClose: close }
  if (open && allowed.includes(open)) {
    return (
      <Card title={labels[open]}>
        {open === 'contactRequester' && <ContactedForm {...form} />}
        {(open === 'handleOrder' || open === 'selfHandle') && <HandleForm {...form} verb={open} />}
        {isHostVerb(open) && <AskForm {...form} verb={open} />}
        {open === 'giveBack' && <GiveBackForm {...form} />}
        {(open === 'reportProgress' || open === 'addNote') && <NoteForm {...form} verb={open} />}
      </Card>
    )
  }
  return (
    <div className="stack">
      {order.actions.includes('signOrder') && <Sign order={order} onChanged={onChanged} />}
      {allowed.map((one, index) => (
        <Button
          key={one}
          wide
          look={index === 0 && one !== 'addNote' ? 'primary' : 'second'}
          onPress={() => setOpen(one)}
        >
          {labels[one]}
        </Button>
      ))}
    </div>
  )
}

const isHostVerb = (verb: string): verb is HostVerb => Object.hasOwn(HOST_STEPS, verb)

function Sign({ order, onChanged }: StepsProps) {
  const { t } = useLingui()
  const signing = useCommand('signOrder')
  async function sign() {
    if (await signing.send({ params: { id: order.id }, body: { version: order.version } })) await onChanged()
  }
  return (
    <StepForm
      label={<Trans>签收，我来办</Trans>}
      busyWord={t`正在签收…`}
      sending={signing.sending}
      failure={signing.failure}
      onSend={sign}
    />
  )
}
