import { Trans } from '@lingui/react/macro'
import { KINDS, URGENCIES } from '@linli/contract/orders/words'
import { Input } from 'antd'
import { DeskField } from '../../../../kit/desk/index.ts'
import { AreaSelect } from '../fields/AreaSelect.tsx'
import { CodeSelect } from '../fields/CodeSelect.tsx'
import { ItemSelect } from '../fields/ItemSelect.tsx'
import { useItems } from '../fields/useItems.ts'
import type { Intake } from './sheet.ts'

const CHANNELS_HERE = {
  telephone: { zh: '电话', en: 'Telephone' },
  counter: { zh: '窗口', en: 'Counter' },
} as const

export type IntakeFormProps = {
  readonly intake: Intake
  readonly onChange: (part: Partial<Intake>) => void
  readonly errorOf: (field: string) => string | undefined
}

/** The questions in the order in which a call goes: number, words, item, place. */
export function IntakeForm({ intake, onChange, errorOf }: IntakeFormProps) {
  const items = useItems()
  const setItem = (key: string | undefined) => {
    const item = items.find((one) => one.key === key)
    onChange({ item: key, ...(item ? { kind: item.kind, urgency: item.urgency } : {}) })
  }
  return (
    <>
      <DeskField field="phone" label={<Trans>来电号码</Trans>} error={errorOf('phone')}>
        {(control) => (
          <Input
            {...control}
            inputMode="tel"
            autoFocus
            maxLength={20}
            value={intake.phone}
            onChange={(event) => onChange({ phone: event.target.value })}
          />
        )}
      </DeskField>
      <DeskField field="name" label={<Trans>怎么称呼</Trans>} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={intake.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </DeskField>
      <DeskField
        field="detail"
        label={<Trans>来电人的原话</Trans>}
        hint={<Trans>方言照写，不用改成书面话</Trans>}
        error={errorOf('detail')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={8000}
            value={intake.detail}
            onChange={(event) => onChange({ detail: event.target.value })}
          />
        )}
      </DeskField>
      <DeskField field="item" label={<Trans>事项</Trans>} optional>
        {(control) => (
          <ItemSelect control={control} value={intake.item} onChange={setItem} said={intake.detail} />
        )}
      </DeskField>
      <DeskField field="path" label={<Trans>地点</Trans>} error={errorOf('path')}>
        {(control) => (
          <AreaSelect
            control={control}
            path={intake.path}
            onPick={(area) => onChange({ path: area?.path, ...(area?.room ? { address: area.room } : {}) })}
          />
        )}
      </DeskField>
      <DeskField
        field="address"
        label={<Trans>门牌或位置</Trans>}
        hint={<Trans>几零几室，或者在什么旁边</Trans>}
        optional
      >
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={intake.address}
            onChange={(event) => onChange({ address: event.target.value })}
          />
        )}
      </DeskField>
      <div className="intake-codes">
        <DeskField field="kind" label={<Trans>诉求类型</Trans>}>
          {(control) => (
            <CodeSelect
              control={control}
              words={KINDS}
              value={intake.kind}
              onChange={(kind) => onChange({ kind: kind ?? 'help' })}
            />
          )}
        </DeskField>
        <DeskField field="urgency" label={<Trans>紧急程度</Trans>}>
          {(control) => (
            <CodeSelect
              control={control}
              words={URGENCIES}
              value={intake.urgency}
              onChange={(urgency) => onChange({ urgency: urgency ?? 'ordinary' })}
            />
          )}
        </DeskField>
        <DeskField field="channel" label={<Trans>来源</Trans>}>
          {(control) => (
            <CodeSelect<'telephone' | 'counter'>
              control={control}
              words={CHANNELS_HERE}
              value={intake.channel === 'counter' ? 'counter' : 'telephone'}
              onChange={(channel) => onChange({ channel: channel ?? 'telephone' })}
            />
          )}
        </DeskField>
      </div>
    </>
  )
}
