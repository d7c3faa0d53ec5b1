import { Trans, useLingui } from '@lingui/react/macro'
import { CONTACT_KINDS, LANGUAGES, type Language } from '@linli/contract/devices/words'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer, Input } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { type bindDevice as address, device as devicePage, devices } from './addresses.ts'

type Device = Answer<'listDevices'>['items'][number]
type Member = Answer<'careChoices'>['members'][number]
type Contact = {
  readonly kind: string
  readonly name: string
  readonly phone: string
  readonly nights: boolean
}
const MOST_CONTACTS = 3
const NOBODY: Contact = { kind: 'family', name: '', phone: '', nights: false }
const isLanguage = (value: string | undefined): value is Language =>
  value !== undefined && Object.hasOwn(LANGUAGES, value)

/** 装一键通, for a member of one household: which device, whose, what they speak, whom to reach next. */
export default function BindDevicePage({ params }: PageProps<typeof address>) {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const wanted = search.get('device') ?? undefined
  const stock = useRead('listDevices', { query: { state: 'stock', limit: 100 } })
  const choices = useRead('careChoices', { query: { householdId: params.household } })
  const own = useRead('getDevice', wanted ? { params: { id: wanted } } : undefined)
  return (
    <DeskPage
      title={t`装一键通`}
      back={{ href: devices.url(), label: <Trans>一键通设备</Trans> }}
      lead={<Trans>先问清本人：按了打哪个号码、说什么话、找不到时找谁。联系人要本人和联系人都同意。</Trans>}
    >
      <ReadView read={choices}>
        {({ members }) =>
          members.length === 0 ? (
            <EmptyState title={<Trans>这一户现在没有登记的人</Trans>} />
          ) : (
            <ReadView read={stock}>
              {({ items }) =>
                wanted && !own.data ? null : (
                  <Form
                    household={params.household}
                    members={members}
                    stock={own.data ? [own.data, ...items] : items}
                    own={own.data}
                  />
                )
              }
            </ReadView>
          )
        }
      </ReadView>
    </DeskPage>
  )
}

type FormProps = {
  readonly household: string
  readonly members: readonly Member[]
  readonly stock: readonly Device[]
  readonly own: Answer<'getDevice'> | undefined
}

function Form({ household, members, stock, own }: FormProps) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [deviceId, setDeviceId] = useState<string | undefined>(own?.id)
  const [personId, setPersonId] = useState<string | undefined>(own?.personId ?? undefined)
  const [language, setLanguage] = useState<Language>(own?.language ?? 'mandarin')
  const [phone, setPhone] = useState('')
  const [contacts, setContacts] = useState<readonly Contact[]>([NOBODY])
  const [tried, setTried] = useState(false)
  const chosen = useRead('getDevice', deviceId ? { params: { id: deviceId } } : undefined)
  const { send, sending, failure } = useCommand('bindDevice')
  const named = contacts.filter(({ name, phone: number }) => name.trim() !== '' || number.trim() !== '')
  const errors = tried
    ? [
        ...(deviceId ? [] : [{ field: 'deviceId', message: t`请选一台设备` }]),
        ...(personId ? [] : [{ field: 'personId', message: t`请选谁用` }]),
      ]
    : []
  async function bind() {
    setTried(true)
    if (!deviceId || !personId || !chosen.data) return
    const body: Input<'bindDevice'>['body'] = {
      version: chosen.data.version,
      personId,
      householdId: household,
      language,
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(named.length > 0
        ? {
            contacts: named.map((one) => ({
              ...one,
              kind: one.kind === 'neighbour' ? 'neighbour' : 'family',
              name: one.name.trim(),
              phone: one.phone.trim(),
            })),
          }
        : {}),
    }
    if (await send({ params: { id: deviceId }, body })) go(devicePage.url({ id: deviceId }))
  }
  const change = (at: number, some: Partial<Contact>) =>
    setContacts(contacts.map((one, index) => (index === at ? { ...one, ...some } : one)))
  return (
    <Panel>
      <form
        className="desk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void bind()
        }}
      >
        <ErrorSummary errors={errors} failure={failure} />
        <SelectField
          field="deviceId"
          label={<Trans>哪一台</Trans>}
          hint={<Trans>库存里的设备，按机身编号找</Trans>}
          options={stock.map(({ id, serial, model }) => ({ value: id, label: `${serial} ${model}` }))}
          error={errorOf(errors, 'deviceId')}
          value={deviceId}
          onChange={setDeviceId}
        />
        <SelectField
          field="personId"
          label={<Trans>谁用</Trans>}
          options={members.map((one) => ({ value: one.personId, label: one.name }))}
          error={errorOf(errors, 'personId')}
          value={personId}
          onChange={setPersonId}
        />
        <SelectField
          field="language"
          label={<Trans>说什么话</Trans>}
          options={optionsOf(LANGUAGES, say)}
          value={language}
          onChange={(value) => {
            if (isLanguage(value)) setLanguage(value)
          }}
        />
        <InputField
          field="phone"
          label={<Trans>回拨号码</Trans>}
          hint={
            own?.phone ? (
              <Trans>现在是 {own.phone}，不改就空着</Trans>
            ) : (
              <Trans>和本人登记的号码不同才填</Trans>
            )
          }
          type="tel"
          optional
          value={phone}
          onChange={setPhone}
        />
        {own && own.contacts.length > 0 && (
          <p>
            <Trans>现在登记了 {own.contacts.length} 位联系人；下面填了就整个换掉，不填就不变。</Trans>
          </p>
        )}
        {contacts.map((contact, at) => (
          <fieldset key={at} className="panel">
            <legend>
              <Trans>第 {at + 1} 位联系人</Trans>
            </legend>
            <SelectField
              field={`contacts/${at}/kind`}
              label={<Trans>家人还是邻居</Trans>}
              options={optionsOf(CONTACT_KINDS, say)}
              value={contact.kind}
              onChange={(kind) => change(at, { kind: kind ?? 'family' })}
            />
            <InputField
              field={`contacts/${at}/name`}
              label={<Trans>联系人姓名</Trans>}
              optional
              maxLength={40}
              value={contact.name}
              onChange={(name) => change(at, { name })}
            />
            <InputField
              field={`contacts/${at}/phone`}
              label={<Trans>联系人电话</Trans>}
              optional
              type="tel"
              value={contact.phone}
              onChange={(number) => change(at, { phone: number })}
            />
            <TickField
              field={`contacts/${at}/nights`}
              label={<Trans>夜里九点到早上七点也可以找</Trans>}
              value={contact.nights}
              onChange={(nights) => change(at, { nights })}
            />
          </fieldset>
        ))}
        <div className="desk-actions">
          {contacts.length < MOST_CONTACTS && (
            <Button onClick={() => setContacts([...contacts, NOBODY])}>
              <Trans>再加一位</Trans>
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={sending}>
            {own ? <Trans>改好了</Trans> : <Trans>装好了</Trans>}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
