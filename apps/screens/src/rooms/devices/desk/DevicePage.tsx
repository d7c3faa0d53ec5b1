import { Trans, useLingui } from '@lingui/react/macro'
import {
  CONTACT_KINDS,
  DEVICE_KINDS,
  LANGUAGES,
  PRESS_OUTCOMES,
  PRESS_STAGES,
} from '@linli/contract/devices/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { TickField } from '../../../kit/desk/fields.tsx'
import { DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { type device as address, bindDevice, devices, press as pressPage } from './addresses.ts'
import { DeviceMark } from './DevicesPage.tsx'

type Device = Answer<'getDevice'>
type PartProps = { readonly device: Device; readonly onChanged: () => void }

/** One device: whose it is, whom to reach, how it is, and what came of its presses. */
export default function DevicePage({ params }: PageProps<typeof address>) {
  const { t } = useLingui()
  const read = useRead('getDevice', { params: { id: params.id } }, ['devices.'])
  const changed = () => void read.refetch()
  return (
    <DeskPage title={t`一键通设备`} back={{ href: devices.url(), label: <Trans>一键通设备</Trans> }}>
      <ReadView read={read}>
        {(device) => (
          <>
            <About device={device} onChanged={changed} />
            {device.state !== 'retired' && <Key device={device} onChanged={changed} />}
            <History device={device} />
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

function About({ device, onChanged }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const mayKeep = useHolds('gridWorker', 'dispatcher', 'regionAdmin')
  const [taking, setTaking] = useState(false)
  const { serial, kind, model, name, areaName, room, phone, language, battery, heardAt, testedAt, contacts } =
    device
  return (
    <Panel title={`${serial} · ${say(DEVICE_KINDS[kind])} ${model}`}>
      <p>
        <DeviceMark device={device} /> {[name, areaName, room].filter(Boolean).join(' ')}
        {language && <> · {say(LANGUAGES[language])}</>}
        {phone && <> · {phone}</>}
      </p>
      <p>
        {heardAt ? <Trans>最近信号 {say(momentWords(heardAt))}</Trans> : <Trans>还没有信号</Trans>}
        {battery !== null && (
          <>
            {' · '}
            <Trans>电量 {battery}%</Trans>
          </>
        )}
        {testedAt && (
          <>
            {' · '}
            <Trans>上次试按 {say(momentWords(testedAt))}</Trans>
          </>
        )}
      </p>
      {contacts.length > 0 && (
        <ol aria-label={t`找不到本人时依次找谁`}>
          {contacts.map((one) => (
            <li key={`${one.name} ${one.phone}`}>
              {say(CONTACT_KINDS[one.kind])} {one.name} {one.phone}
              {one.nights && (
                <>
                  {' · '}
                  <Trans>夜里也可以</Trans>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayKeep && device.state !== 'retired' && (
        <div className="desk-actions">
          {device.householdId && (
            <Link href={`${bindDevice.url({ household: device.householdId })}?device=${device.id}`}>
              <Trans>改联系人和号码</Trans>
            </Link>
          )}
          <Button onClick={() => setTaking(true)}>
            {device.state === 'bound' ? <Trans>收回或停用</Trans> : <Trans>停用</Trans>}
          </Button>
        </div>
      )}
      {taking && (
        <TakeBackDialog
          device={device}
          onClose={() => setTaking(false)}
          onChanged={() => {
            setTaking(false)
            onChanged()
          }}
        />
      )}
    </Panel>
  )
}

function TakeBackDialog({ device, onChanged, onClose }: PartProps & { readonly onClose: () => void }) {
  const { t } = useLingui()
  const bound = device.state === 'bound'
  const [retire, setRetire] = useState(!bound)
  const { send, sending, failure } = useCommand('unbindDevice')
  async function take() {
    if (await send({ params: { id: device.id }, body: { version: device.version, retire } })) onChanged()
  }
  return (
    <FormDialog
      title={bound ? t`收回设备` : t`停用设备`}
      ok={retire ? t`停用` : t`收回`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void take()}
      onClose={onClose}
    >
      <p>
        <Trans>收回后，使用人、号码和联系人都会删去，只留谁在什么时候用过。</Trans>
      </p>
      {bound && (
        <TickField field="retire" label={<Trans>坏了，不再用了</Trans>} value={retire} onChange={setRetire} />
      )}
    </FormDialog>
  )
}

function Key({ device, onChanged }: PartProps) {
  const say = useSay()
  const may = useHolds('regionAdmin')
  const [issued, setIssued] = useState<Answer<'issueDeviceKey'>>()
  const { send, sending, failure } = useCommand('issueDeviceKey')
  if (!may) return null
  async function issue() {
    const answer = await send({ params: { id: device.id }, body: { version: device.version } })
    if (!answer) return
    setIssued(answer)
    onChanged()
  }
  return (
    <Panel title={<Trans>接入密钥</Trans>}>
      <p>
        {device.keyAt ? (
          <Trans>{say(momentWords(device.keyAt))} 发过；再发一次，旧的就不能用了。</Trans>
        ) : (
          <Trans>直接接入本系统的设备要有密钥；经厂家平台接入的不用。</Trans>
        )}
      </p>
      <ErrorSummary failure={failure} />
      {issued ? (
        <dl>
          <dt>
            <Trans>用户名</Trans>
          </dt>
          <dd>{issued.user}</dd>
          <dt>
            <Trans>密钥（只显示这一次）</Trans>
          </dt>
          <dd>{issued.key}</dd>
          <dt>
            <Trans>主题</Trans>
          </dt>
          <dd>{issued.topic}</dd>
        </dl>
      ) : (
        <div className="desk-actions">
          <Button loading={sending} onClick={() => void issue()}>
            <Trans>发密钥</Trans>
          </Button>
        </div>
      )}
    </Panel>
  )
}

function History({ device }: { readonly device: Device }) {
  const say = useSay()
  const { presses, bindings } = device
  return (
    <Panel title={<Trans>按键和使用人</Trans>}>
      {presses.length === 0 && (
        <p>
          <Trans>还没有按过。</Trans>
        </p>
      )}
      <ul className="plain-list">
        {presses.map(({ id, at, stage, outcome }) => (
          <li key={id}>
            <Link href={pressPage.url({ id })}>{say(momentWords(at))}</Link>{' '}
            {say(outcome ? PRESS_OUTCOMES[outcome] : PRESS_STAGES[stage])}
          </li>
        ))}
      </ul>
      <ul className="plain-list">
        {bindings.map(({ name, from, to }) => (
          <li key={from}>
            {name}{' '}
            {to ? (
              <Trans>
                {say(momentWords(from))} 到 {say(momentWords(to))}
              </Trans>
            ) : (
              <Trans>{say(momentWords(from))} 起</Trans>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
