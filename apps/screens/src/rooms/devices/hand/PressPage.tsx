import { Trans, useLingui } from '@lingui/react/macro'
import {
  CONTACT_KINDS,
  EMERGENCY_SERVICES,
  type EmergencyService,
  LANGUAGES,
  PRESS_ANSWERS,
  type PressAnswer,
  SEEN_HOW,
  type SeenHow,
} from '@linli/contract/devices/words'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Facts,
  Notice,
  Page,
  PhoneLink,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { PressMark, PressWords } from '../standing.tsx'
import { myPresses } from './addresses.ts'

type Press = Answer<'getPress'>
type PartProps = { readonly press: Press; readonly onChanged: () => void }

/** An emergency on the phone of whoever was asked: I am going, I am there, seen, called 120. */
export default function PressPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  return (
    <Page title={t`有老人需要人去看看`} back={{ href: myPresses.url(), label: <Trans>请我去看的</Trans> }}>
      <SignedIn>{() => <One id={params.id} />}</SignedIn>
    </Page>
  )
}

function One({ id }: { readonly id: string }) {
  const query = useQuery('getPress', { params: { id } }, ['devices.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {(press) => (
        <>
          <Where press={press} />
          {press.stage === 'ended' && (
            <Notice tone="calm" title={<Trans>已经有人见到本人或通了话，谢谢您。</Trans>} />
          )}
          {press.stage === 'emergency' && (
            <>
              {press.askedAs && <Going press={press} onChanged={changed} />}
              <Numbers id={press.id} />
              <Seen press={press} onChanged={changed} />
            </>
          )}
          {press.orderId && (
            <ButtonLink wide look="second" href={hand.task.url({ id: press.orderId })}>
              <Trans>打开这张单</Trans>
            </ButtonLink>
          )}
        </>
      )}
    </QueryView>
  )
}

function Where({ press }: { readonly press: Press }) {
  const say = useSay()
  const { name, areaName, room, language, pressedAt } = press
  return (
    <Card title={`${areaName} ${room}`}>
      <p>
        <PressMark press={press} />
      </p>
      <Facts
        facts={[
          [<Trans key="who">谁</Trans>, name],
          [<Trans key="when">什么时候按的</Trans>, say(momentWords(pressedAt))],
          ...(language ? [[<Trans key="language">说什么话</Trans>, say(LANGUAGES[language])] as const] : []),
        ]}
      />
      <p>
        <PressWords press={press} />
      </p>
    </Card>
  )
}

function Going({ press, onChanged }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('answerPress')
  async function answer(said: PressAnswer) {
    if (await send({ params: { id: press.id }, body: { answer: said } })) onChanged()
  }
  const next: readonly PressAnswer[] =
    press.answer === 'going' ? ['there'] : press.answer === 'there' ? [] : ['going', 'cannot']
  if (next.length === 0) return null
  return (
    <Card title={press.answer === 'going' ? <Trans>到了请按一下</Trans> : <Trans>您能去吗</Trans>}>
      <ErrorSummary failure={failure} />
      {next.map((said) => (
        <Button
          key={said}
          wide
          look={said === 'cannot' ? 'second' : 'primary'}
          busy={sending}
          busyWord={t`正在发送…`}
          onPress={() => void answer(said)}
        >
          {say(PRESS_ANSWERS[said])}
        </Button>
      ))}
    </Card>
  )
}

/** The numbers, with the look on record; one press, since seconds count. */
function Numbers({ id }: { readonly id: string }) {
  const { t } = useLingui()
  const say = useSay()
  const [shown, setShown] = useState<Answer<'revealPress'>>()
  const { send, sending, failure } = useCommand('revealPress')
  async function reveal() {
    setShown(await send({ params: { id }, body: { reason: t`一键通紧急联系` } }))
  }
  return (
    <Card title={<Trans>打电话</Trans>}>
      <ErrorSummary failure={failure} />
      {shown ? (
        <>
          <p>{shown.name}</p>
          {shown.phone && <PhoneLink phone={shown.phone} />}
          {shown.contacts.map(({ name, kind, phone }) => (
            <div key={phone}>
              <p>
                {say(CONTACT_KINDS[kind])} {name}
              </p>
              <PhoneLink phone={phone} />
            </div>
          ))}
          <p>
            <Trans>只用来办这件事，请不要转给别人。</Trans>
          </p>
        </>
      ) : (
        <>
          <p>
            <Trans>看过会有记录。</Trans>
          </p>
          <Button wide look="second" busy={sending} onPress={() => void reveal()}>
            <Trans>看本人和家人的号码</Trans>
          </Button>
        </>
      )}
    </Card>
  )
}

function Seen({ press, onChanged }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const see = useCommand('seePress')
  const hands = useCommand('handOverPress')
  const params = { id: press.id }
  async function seen(how: SeenHow) {
    if (await see.send({ params, body: { how } })) onChanged()
  }
  async function called(service: EmergencyService) {
    if (await hands.send({ params, body: { service } })) onChanged()
  }
  const steps = press.steps.flatMap(({ service }) => service ?? [])
  return (
    <Card title={<Trans>见到本人了吗</Trans>}>
      <ErrorSummary failure={see.failure ?? hands.failure} />
      {(['saw', 'spoke'] as const).map((how) => (
        <Button
          key={how}
          wide
          look={press.answer === 'there' ? 'primary' : 'second'}
          busy={see.sending}
          busyWord={t`正在发送…`}
          onPress={() => void seen(how)}
        >
          {say(SEEN_HOW[how])}
        </Button>
      ))}
      <p>
        <Trans>情况危急，先打电话，再按下面记一下：</Trans>
      </p>
      <PhoneLink phone="120" />
      {(['ambulance', 'police', 'fire'] as const).map((service) => (
        <Button key={service} wide look="second" busy={hands.sending} onPress={() => void called(service)}>
          {steps.includes(service) ? (
            <Trans>已记：{say(EMERGENCY_SERVICES[service])}</Trans>
          ) : (
            <Trans>打过了：{say(EMERGENCY_SERVICES[service])}</Trans>
          )}
        </Button>
      ))}
    </Card>
  )
}
