import { Trans, useLingui } from '@lingui/react/macro'
import { SWAP_STATES } from '@linli/contract/duties/words'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, Card, ErrorSummary, Facts, TextField } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { LogCard } from './LogCard.tsx'

type Duty = Answer<'myDuties'>['duties'][number]
type DutyCardProps = { readonly duty: Duty; readonly onChanged: () => void }

/** One duty: when, where, what is to be done there; signing in and out by the post's code; asking for a swap. */
export function DutyCard({ duty, onChanged }: DutyCardProps) {
  const say = useSay()
  const { title, post, place, tasks, shiftName, startsAt, endsAt, signedInAt, signedOutAt } = duty
  const isAhead = signedInAt === null && Date.parse(startsAt) > Date.now()
  // Who is not to sign in is there when it is time.
  const isThere = signedInAt !== null || (!isAhead && !duty.maySignIn && Date.parse(endsAt) > Date.now())
  return (
    <Card title={`${shiftName} · ${post}`}>
      <Facts
        facts={[
          [<Trans key="what">排班</Trans>, title],
          [<Trans key="from">开始</Trans>, say(momentWords(startsAt))],
          [<Trans key="to">结束</Trans>, say(momentWords(endsAt))],
          [<Trans key="place">地点</Trans>, place],
          [<Trans key="tasks">职责和标准</Trans>, tasks],
          ...(duty.confirmedMinutes === null
            ? []
            : [
                [
                  <Trans key="hours">社区确认</Trans>,
                  <Trans key="minutes">{duty.confirmedMinutes} 分钟</Trans>,
                ] as const,
              ]),
        ]}
      />
      {duty.maySignIn && <CodeForm duty={duty} operation="startDuty" onDone={onChanged} />}
      {signedInAt !== null && signedOutAt === null && (
        <CodeForm duty={duty} operation="endDuty" onDone={onChanged} />
      )}
      {isThere && <LogCard dutyId={duty.id} place={`${post}，${place}`} />}
      {signedOutAt !== null && (
        <p>
          <Trans>已签退，辛苦了。</Trans>
        </p>
      )}
      {isAhead && <Swap duty={duty} onChanged={onChanged} />}
    </Card>
  )
}

type CodeFormProps = {
  readonly duty: Duty
  readonly operation: 'startDuty' | 'endDuty'
  readonly onDone: () => void
}

function CodeForm({ duty, operation, onDone }: CodeFormProps) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand(operation)
  const field = `code-${duty.id}`
  const digits = code.normalize('NFKC').replace(/\D/g, '')
  const errors = tried && digits.length !== 6 ? [{ field, message: t`请输入岗位上的六位签到码` }] : []

  async function sign() {
    setTried(true)
    if (digits.length !== 6) return
    if (await send({ params: { id: duty.id }, body: { code: digits } })) onDone()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void sign()
      }}
    >
      <ErrorSummary errors={errors} failure={failure} />
      <TextField
        field={field}
        kind="code"
        label={<Trans>签到码</Trans>}
        hint={<Trans>看岗位上今天的六位数字</Trans>}
        error={errorOf(errors, field)}
        value={code}
        onChange={setCode}
      />
      <Button type="submit" wide busy={sending} busyWord={t`正在发送…`}>
        {operation === 'startDuty' ? <Trans>签到</Trans> : <Trans>签退</Trans>}
      </Button>
    </form>
  )
}

function Swap({ duty, onChanged }: DutyCardProps) {
  const say = useSay()
  const asking = useCommand('askSwap')
  const taking = useCommand('withdrawSwap')
  const { swap } = duty

  async function ask() {
    if (await asking.send({ params: { id: duty.id } })) onChanged()
  }
  async function withdraw(id: string) {
    if (await taking.send({ params: { id } })) onChanged()
  }
  return (
    <>
      <ErrorSummary failure={asking.failure ?? taking.failure} />
      {swap ? (
        <>
          <p>{say(SWAP_STATES[swap.state])}</p>
          <Button look="second" busy={taking.sending} onPress={() => void withdraw(swap.id)}>
            <Trans>不换了</Trans>
          </Button>
        </>
      ) : (
        <Button look="second" busy={asking.sending} onPress={() => void ask()}>
          <Trans>来不了，求换班</Trans>
        </Button>
      )}
    </>
  )
}
