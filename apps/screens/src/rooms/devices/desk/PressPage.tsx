import { Trans, useLingui } from '@lingui/react/macro'
import {
  ASKED_AS,
  EMERGENCY_SERVICES,
  LANGUAGES,
  PRESS_ANSWERS,
  PRESS_STEPS,
} from '@linli/contract/devices/words'
import { Link } from 'wouter'
import { DeskPage, Panel, ReadView, Timeline, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { PressMark, PressWords } from '../standing.tsx'
import { type press as address, presses } from './addresses.ts'
import { CallBack } from './CallBack.tsx'
import { Emergency } from './Emergency.tsx'
import { Numbers } from './Numbers.tsx'
import type { Press } from './pressAnswer.ts'

/** One press: whom to call, what the call found, and in an emergency who goes. */
export default function PressPage({ params }: PageProps<typeof address>) {
  const { t } = useLingui()
  const read = useRead('getPress', { params: { id: params.id } }, ['devices.'])
  const changed = () => void read.refetch()
  return (
    <DeskPage title={t`一键通按键`} back={{ href: presses.url(), label: <Trans>一键通</Trans> }}>
      <ReadView read={read}>
        {(press) => (
          <>
            <About press={press} />
            {press.stage !== 'ended' && <Numbers id={press.id} />}
            {press.stage === 'calling' && <CallBack press={press} onChanged={changed} />}
            {press.stage === 'emergency' && <Emergency press={press} onChanged={changed} />}
            {press.people.length > 0 && <People press={press} />}
            <Steps press={press} />
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

function About({ press }: { readonly press: Press }) {
  const say = useSay()
  const { name, areaName, room, language, pressedAt, orderId, orderNumber, takenBy } = press
  return (
    <Panel title={`${name} ${areaName} ${room}`}>
      <p>
        <PressMark press={press} /> <Trans>{say(momentWords(pressedAt))} 按下</Trans>
        {language && <> · {say(LANGUAGES[language])}</>}
        {takenBy && (
          <>
            {' · '}
            <Trans>{takenBy} 在回拨</Trans>
          </>
        )}
      </p>
      <p>
        <PressWords press={press} />
      </p>
      {orderId && (
        <p>
          <Link href={desk.order.url({ id: orderId })}>
            <Trans>工单 {orderNumber}</Trans>
          </Link>
        </p>
      )}
    </Panel>
  )
}

function People({ press }: { readonly press: Press }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={<Trans>请了谁</Trans>}>
      <WideTable<Press['people'][number]>
        aria-label={t`请了谁`}
        dataSource={[...press.people]}
        rowKey={({ name, as, wave }) => `${wave} ${as} ${name}`}
        pagination={false}
        columns={[
          { title: t`第几拨`, key: 'wave', dataIndex: 'wave' },
          { title: t`谁`, key: 'name', dataIndex: 'name' },
          { title: t`身份`, key: 'as', render: (_, { as }) => say(ASKED_AS[as]) },
          {
            title: t`答复`,
            key: 'answer',
            render: (_, { answer }) => (answer ? say(PRESS_ANSWERS[answer]) : t`还没有答复`),
          },
        ]}
      />
    </Panel>
  )
}

function Steps({ press }: { readonly press: Press }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={<Trans>经过</Trans>}>
      <Timeline
        label={t`经过`}
        steps={press.steps.map(({ id, verb, at, by, wave, people, service }) => ({
          id,
          at,
          step: 'done' as const,
          title: `${say(PRESS_STEPS[verb])}${service ? ` ${say(EMERGENCY_SERVICES[service])}` : ''}`,
          ...(by ? { who: by } : {}),
          ...(wave !== null && people !== null
            ? {
                text: (
                  <Trans>
                    第 {wave} 拨 {people} 人
                  </Trans>
                ),
              }
            : {}),
        }))}
      />
    </Panel>
  )
}
