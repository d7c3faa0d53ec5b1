import { Trans, useLingui } from '@lingui/react/macro'
import { LANGUAGES } from '@linli/contract/devices/words'
import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import {
  DataTable,
  DeskPage,
  EmptyState,
  ErrorSummary,
  Panel,
  ReadView,
  usePage,
  useRead,
} from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { lengthWords, momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { PressMark, PressWords } from '../standing.tsx'
import { press as pressPage } from './addresses.ts'

type Press = Answer<'listPresses'>['items'][number]

/** 一键通: who waits for a call now, the most urgent on top, and one button to take it. */
export default function PressesPage() {
  const { t } = useLingui()
  const live = useRead('listPresses', { query: {} }, ['devices.'])
  return (
    <DeskPage
      title={t`一键通`}
      lead={<Trans>按键先回拨问清楚：要服务就去抢单；有危险，或没人应答，就逐拨请人上门。</Trans>}
    >
      <ReadView read={live}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>现在没有人按键</Trans>} />
          ) : (
            <ul className="plain-list">
              {items.map((one) => (
                <li key={one.id}>
                  <Live press={one} />
                </li>
              ))}
            </ul>
          )
        }
      </ReadView>
      <Past />
    </DeskPage>
  )
}

function Live({ press }: { readonly press: Press }) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const [, go] = useLocation()
  const { send, sending, failure } = useCommand('takePress')
  const { id, version, name, areaName, room, language, pressedAt, takenBy, takenByMe, stage } = press
  const waits = lengthWords(now.getTime() - Date.parse(pressedAt))
  async function take() {
    if (await send({ params: { id }, body: { version } })) go(pressPage.url({ id }))
  }
  return (
    <Panel
      title={
        <Link href={pressPage.url({ id })}>
          {name} {areaName} {room}
        </Link>
      }
    >
      <p>
        <PressMark press={press} />{' '}
        <Trans>
          {say(momentWords(pressedAt))} 按下，已 {say(waits)}
        </Trans>
        {language && <> · {say(LANGUAGES[language])}</>}
        {takenBy && (
          <>
            {' · '}
            {takenByMe ? <Trans>您在回拨</Trans> : <Trans>{takenBy} 在回拨</Trans>}
          </>
        )}
      </p>
      <p>
        <PressWords press={press} />
      </p>
      <ErrorSummary failure={failure} />
      <div className="desk-actions">
        {stage === 'calling' && !takenBy ? (
          <Button type="primary" size="large" loading={sending} onClick={() => void take()}>
            <Trans>我来回拨</Trans>
          </Button>
        ) : (
          <Button size="large" onClick={() => go(pressPage.url({ id }))}>
            {takenByMe && stage === 'calling' ? t`记结果` : t`打开`}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Past() {
  const { t } = useLingui()
  const say = useSay()
  const past = usePage('listPresses', { query: { ended: true } }, ['devices.'])
  return (
    <Panel title={<Trans>已结束的</Trans>}>
      <DataTable<Press>
        caption={t`已结束的`}
        rowKey={({ id }) => id}
        pages={past}
        empty={<EmptyState title={<Trans>还没有</Trans>} />}
        columns={[
          {
            title: t`谁`,
            key: 'name',
            render: (_, { id, name, areaName, room }) => (
              <Link href={pressPage.url({ id })}>
                {name} {areaName} {room}
              </Link>
            ),
          },
          { title: t`按下`, key: 'at', render: (_, { pressedAt }) => say(momentWords(pressedAt)) },
          { title: t`结果`, key: 'outcome', render: (_, one) => <PressMark press={one} /> },
          { title: t`工单`, key: 'order', dataIndex: 'orderNumber' },
        ]}
      />
    </Panel>
  )
}
