import type { OrderView } from '@linli/contract/orders/shapes'
import { Input } from 'antd'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { DeskField } from '../../../../kit/desk/index.ts'
import { fieldId } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { AreaSelect } from '../fields/AreaSelect.tsx'
import { CodeSelect } from '../fields/CodeSelect.tsx'
import { ItemSelect } from '../fields/ItemSelect.tsx'
import { AssigneeField } from './AssigneeField.tsx'
import { OrderSelect } from './OrderSelect.tsx'
import { PhotosField } from './PhotosField.tsx'
import { PickPhotos } from './PickPhotos.tsx'
import type { StepField } from './stepTable.ts'
import { UnitSelect, UnitsSelect } from './UnitSelect.tsx'

export type StepFieldViewProps = {
  readonly field: StepField
  readonly order: OrderView
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

/** Fields that hold several controls are a group with a legend; all others are a label and one control. */
const GROUPS: ReadonlySet<StepField['kind']> = new Set(['assignee', 'pickPhotos'])

/** One question of a step, drawn by its kind. */
export function StepFieldView(props: StepFieldViewProps) {
  const { field, error } = props
  const say = useSay()
  const { name, label, hint, optional } = field
  if (GROUPS.has(field.kind))
    return (
      <fieldset id={fieldId(name)} className={error ? 'desk-field desk-field-wrong' : 'desk-field'}>
        <legend>{say(label)}</legend>
        {error && <p className="desk-error">{error}</p>}
        <Control {...props} />
      </fieldset>
    )
  return (
    <DeskField
      field={name}
      label={say(label)}
      hint={hint && say(hint)}
      error={error}
      optional={optional ?? false}
    >
      {(control) => <Control {...props} control={control} />}
    </DeskField>
  )
}

const YES_NO = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const
const NO_CONTROL: ControlProps = { id: '', name: '' }
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []

type ControlViewProps = StepFieldViewProps & { readonly control?: ControlProps }

function Control({ field, order, value, onChange, control = NO_CONTROL }: ControlViewProps) {
  const text = textOf(value)
  const typed = {
    ...control,
    value: text,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  const clearable = field.optional ?? false
  const chosen = { control, value: text || undefined, onChange, clearable }
  switch (field.kind) {
    case 'line':
      return <Input {...typed} maxLength={field.most} />
    case 'text':
      return <Input.TextArea {...typed} autoSize={{ minRows: 3, maxRows: 14 }} maxLength={field.most} />
    case 'code':
    case 'score':
      return <CodeSelect {...chosen} words={field.words} />
    case 'yesNo':
      return <CodeSelect<string> {...chosen} words={YES_NO} />
    case 'item':
      return <ItemSelect {...chosen} said={`${order.title} ${order.detail}`} />
    case 'area':
      return <AreaSelect control={control} path={text || undefined} onPick={(area) => onChange(area?.path)} />
    case 'assignee':
      return <AssigneeField orderId={order.id} value={value} onChange={onChange} />
    case 'day':
      return <Input {...typed} type="date" />
    case 'count':
      return <Input {...typed} type="number" inputMode="numeric" min={1} max={field.most} />
    case 'unit':
      return <UnitSelect {...chosen} order={order} which={field.which} />
    case 'units':
      return <UnitsSelect control={control} order={order} value={idsOf(value)} onChange={onChange} />
    case 'order':
      return <OrderSelect {...chosen} order={order} />
    case 'photos':
      return <PhotosField control={control} ids={idsOf(value)} onChange={onChange} />
    case 'pickPhotos':
      return <PickPhotos order={order} ids={idsOf(value)} onChange={onChange} />
  }
}
