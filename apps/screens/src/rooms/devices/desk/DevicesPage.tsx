import { Trans, useLingui } from '@lingui/react/macro'
import { DEVICE_KINDS, DEVICE_STATES, type DeviceState } from '@linli/contract/devices/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DataTable, DeskField, DeskPage, EmptyState, StatusMark, usePage } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useRested } from '../../../kit/useRested.ts'
import { AreaSelect } from '../../orders/desk/fields/AreaSelect.tsx'
import { useHolds } from '../../people/desk/useHolds.ts'
import { device as devicePage } from './addresses.ts'

type Device = Answer<'listDevices'>['items'][number]
const isState = (value: string | undefined): value is DeviceState =>
  value !== undefined && Object.hasOwn(DEVICE_STATES, value)

/** 一键通设备: the register of one's area, names masked. */
export default function DevicesPage() {
  const { t } = useLingui()
  const say = useSay()
  const [state, setState] = useState<DeviceState>()
  const [quiet, setQuiet] = useState(false)
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const serial = useRested(typed.trim())
  const mayKeep = useHolds('gridWorker', 'dispatcher', 'regionAdmin')
  const mayImport = useHolds('regionAdmin')
  const query = { ...(state ? { state } : {}), ...(quiet ? { quiet } : {}), ...(serial ? { serial } : {}) }
  const devices = usePage('listDevices', { query }, ['devices.'])
  return (
    <DeskPage
      title={t`一键通设备`}
      lead={<Trans>从住户卡上装到谁家。很久没有信号或快没电的，会自动点单请人去看一次。</Trans>}
      actions={
        mayKeep && (
          <Button type="primary" onClick={() => setAdding(true)}>
            <Trans>登记设备</Trans>
          </Button>
        )
      }
    >
      {mayImport && (
        <p>
          <Link href={desk.register.url()}>
            <Trans>整批导入设备表</Trans>
          </Link>
        </p>
      )}
      <div className="queue-filters">
        <SelectField
          field="state"
          label={<Trans>状态</Trans>}
          options={optionsOf(DEVICE_STATES, say)}
          clearable
          value={state}
          onChange={(value) => setState(isState(value) ? value : undefined)}
        />
        <InputField
          field="serial"
          label={<Trans>机身编号</Trans>}
          type="search"
          value={typed}
          onChange={setTyped}
        />
        <TickField
          field="quiet"
          label={<Trans>只看没信号或电量低的</Trans>}
          value={quiet}
          onChange={setQuiet}
        />
      </div>
      <DataTable<Device>
        caption={t`一键通设备`}
        rowKey={({ id }) => id}
        pages={devices}
        empty={<EmptyState title={<Trans>没有这样的设备</Trans>} />}
        columns={[
          {
            title: t`机身编号`,
            key: 'serial',
            render: (_, { id, serial: text }) => <Link href={devicePage.url({ id })}>{text}</Link>,
          },
          {
            title: t`在谁家`,
            key: 'name',
            render: (_, { name, areaName, room }) => [name, areaName, room].filter(Boolean).join(' '),
          },
          { title: t`状态`, key: 'state', render: (_, one) => <DeviceMark device={one} /> },
          {
            title: t`最近信号`,
            key: 'heard',
            render: (_, { heardAt }) => (heardAt ? say(momentWords(heardAt)) : t`还没有`),
          },
          {
            title: t`电量`,
            key: 'battery',
            align: 'right',
            render: (_, { battery }) => (battery === null ? '' : `${battery}%`),
          },
        ]}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </DeskPage>
  )
}

/** Whether a device is well, in words. */
export function DeviceMark({ device }: { readonly device: Device }) {
  const { t } = useLingui()
  const say = useSay()
  if (device.isSilent) return <StatusMark tone="late" word={t`没信号`} />
  if (device.isLow) return <StatusMark tone="late" word={t`电量低`} />
  return (
    <StatusMark tone={device.state === 'bound' ? 'done' : 'still'} word={say(DEVICE_STATES[device.state])} />
  )
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [id] = useState(newKey)
  const [serial, setSerial] = useState('')
  const [model, setModel] = useState('')
  const [kind, setKind] = useState<string | undefined>('button')
  const [path, setPath] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addDevice')
  const errors = tried
    ? [
        ...(serial.trim().length >= 3 ? [] : [{ field: 'serial', message: t`请填机身编号` }]),
        ...(model.trim() ? [] : [{ field: 'model', message: t`请填型号` }]),
        ...(path ? [] : [{ field: 'path', message: t`请选放在哪里` }]),
      ]
    : []
  async function add() {
    setTried(true)
    if (serial.trim().length < 3 || !model.trim() || !path) return
    const which = kind === 'pendant' || kind === 'landline' ? kind : 'button'
    const body = { id, serial: serial.trim(), kind: which, model: model.trim(), path } as const
    if (await send({ body })) go(devicePage.url({ id }))
  }
  return (
    <FormDialog
      title={t`登记设备`}
      ok={t`登记`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <InputField
        field="serial"
        label={<Trans>机身编号</Trans>}
        maxLength={40}
        error={errorOf(errors, 'serial')}
        value={serial}
        onChange={setSerial}
      />
      <SelectField
        field="kind"
        label={<Trans>哪一种</Trans>}
        options={optionsOf(DEVICE_KINDS, say)}
        value={kind}
        onChange={setKind}
      />
      <InputField
        field="model"
        label={<Trans>型号</Trans>}
        maxLength={60}
        error={errorOf(errors, 'model')}
        value={model}
        onChange={setModel}
      />
      <DeskField field="path" label={<Trans>放在哪里</Trans>} error={errorOf(errors, 'path')}>
        {(control) => <AreaSelect control={control} path={path} onPick={(area) => setPath(area?.path)} />}
      </DeskField>
    </FormDialog>
  )
}
