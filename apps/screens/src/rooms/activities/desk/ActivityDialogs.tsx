import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { DeskActivityView } from '@linli/contract/activities/shapes'
import { SIGNUP_PARTS, type SignupPart } from '@linli/contract/activities/words'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskField } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

export type DialogProps = {
  readonly activity: DeskActivityView
  readonly onClose: () => void
  readonly onDone: (words: ReactNode) => void
}

/** 发布, one date or what is to come of its series. */
export function PublishDialog({ activity, onClose, onDone }: DialogProps) {
  const { t } = useLingui()
  const [rest, setRest] = useState(activity.series)
  const { send, sending, failure } = useCommand('publishActivity')
  async function publish() {
    const answer = await send({ params: { id: activity.id }, body: { rest } })
    if (!answer) return
    const { dates } = answer
    onDone(<Trans>已发布 {dates} 场，大家现在就能看到。</Trans>)
  }
  return (
    <FormDialog
      title={t`发布活动`}
      ok={t`发布`}
      failure={failure}
      busy={sending}
      onSubmit={() => void publish()}
      onClose={onClose}
    >
      <p>
        <Trans>发布后谁都能看到，不用登录；要报名的可以开始报名。</Trans>
      </p>
      {activity.series && (
        <TickField field="rest" label={t`这个系列以后的场次一起发布`} value={rest} onChange={setRest} />
      )}
    </FormDialog>
  )
}

/** 代人报名: for somebody who rings or stands at the counter. They are told by a notice. */
export function SignUpForDialog({ activity, onClose, onDone }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [part, setPart] = useState<SignupPart>('attend')
  const [phone, setPhone] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('signUpFor')
  const digits = phone.replace(/\D/g, '')
  const errors = tried && digits === '' ? [{ field: 'phone', message: t`请填电话，有变动好通知` }] : []
  async function signUp() {
    setTried(true)
    if (digits === '') return
    const named = name.trim() === '' ? {} : { name: name.trim() }
    const answer = await send({
      body: { id, activityId: activity.id, part, wait: true, phone: digits, ...named },
    })
    if (!answer) return
    onDone(
      answer.state === 'waiting' ? (
        <Trans>排上候补了，有空位系统会通知对方。</Trans>
      ) : (
        <Trans>报上了，已经发通知给对方。</Trans>
      ),
    )
  }
  return (
    <FormDialog
      title={t`代人报名`}
      ok={t`报名`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void signUp()}
      onClose={onClose}
    >
      <p>
        <Trans>没有名额了就自动排候补。孩子要由监护人自己报。</Trans>
      </p>
      <ChoiceField
        field="part"
        label={<Trans>来做什么</Trans>}
        value={part}
        options={optionsOf(SIGNUP_PARTS, say).filter(({ value }) =>
          activity.seats.some((seat) => seat.part === value),
        )}
        onChange={(code) => setPart(codesOf(SIGNUP_PARTS).find((one) => one === code) ?? part)}
      />
      <InputField
        field="phone"
        type="tel"
        label={<Trans>对方电话</Trans>}
        value={phone}
        error={errorOf(errors, 'phone')}
        onChange={setPhone}
      />
      <InputField
        field="name"
        optional
        label={<Trans>怎么称呼</Trans>}
        maxLength={40}
        value={name}
        onChange={setName}
      />
    </FormDialog>
  )
}

const WHOLE = /^\d{1,6}$/

/** 小结: how many were there, what it was like, and each helper's minutes. */
export function SumUpDialog({ activity, onClose, onDone }: DialogProps) {
  const { t } = useLingui()
  const helpers = activity.signups.filter(({ part, state }) => part === 'help' && state === 'signedUp')
  const length = Math.round((Date.parse(activity.endsAt) - Date.parse(activity.startsAt)) / 60_000)
  const [heads, setHeads] = useState(activity.arrived > 0 ? String(activity.arrived) : '')
  const [words, setWords] = useState('')
  const [minutes, setMinutes] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(helpers.map(({ id, arrived }) => [id, arrived ? String(Math.min(length, 1440)) : ''])),
  )
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('sumUpActivity')
  const wrong = ([, text]: [string, string]) =>
    text !== '' && (!WHOLE.test(text) || Number(text) < 1 || Number(text) > 1440)
  const errors = [
    ...(WHOLE.test(heads) ? [] : [{ field: 'heads', message: t`请填到场人数，没有人来填 0` }]),
    ...(words.trim() === '' ? [{ field: 'words', message: t`请写一两句办得怎么样` }] : []),
    ...Object.entries(minutes)
      .filter(wrong)
      .map(([id]) => ({ field: `minutes-${id}`, message: t`请填 1 到 1440 的分钟数；没来就空着` })),
  ]
  const shown = tried ? errors : []
  async function sumUp() {
    setTried(true)
    if (errors.length > 0) return
    const helped = Object.entries(minutes).flatMap(([signupId, text]) =>
      text === '' ? [] : [{ signupId, minutes: Number(text) }],
    )
    const body = { heads: Number(heads), words: words.trim(), helped }
    if (await send({ params: { id: activity.id }, body }))
      onDone(<Trans>小结已保存。谁来过已经清掉，只留人数和志愿者的服务时间。</Trans>)
  }
  return (
    <FormDialog
      title={t`活动小结`}
      ok={t`保存小结`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void sumUp()}
      onClose={onClose}
    >
      <InputField
        field="heads"
        inputMode="numeric"
        label={<Trans>到场人数</Trans>}
        hint={<Trans>数一个总数，没报名、没账号的也算；不记是谁。</Trans>}
        value={heads}
        error={errorOf(shown, 'heads')}
        onChange={setHeads}
      />
      <DeskField
        field="words"
        label={<Trans>办得怎么样</Trans>}
        hint={<Trans>这一段会公开，不要写姓名和电话。</Trans>}
        error={errorOf(shown, 'words')}
        optional={false}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </DeskField>
      {helpers.map(({ id, name, phone }) => (
        <InputField
          key={id}
          field={`minutes-${id}`}
          optional
          inputMode="numeric"
          label={
            <Trans>
              {name} {phone} 帮了多少分钟
            </Trans>
          }
          value={minutes[id] ?? ''}
          error={errorOf(shown, `minutes-${id}`)}
          onChange={(text) => setMinutes({ ...minutes, [id]: text.trim() })}
        />
      ))}
      <Fills operation="sumUpActivity" />
    </FormDialog>
  )
}
