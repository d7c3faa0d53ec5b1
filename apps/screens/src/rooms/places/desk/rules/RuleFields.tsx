import { DeskField } from '../../../../kit/desk/DeskField.tsx'
import { InputField, SelectField, TickField } from '../../../../kit/desk/fields.tsx'
import { ManySelect } from '../../../../kit/desk/ManySelect.tsx'
import type { FieldError } from '../../../../kit/failure.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { type Draft, type FormSchema, filled, isNumber, isWordList } from './ruleDraft.ts'
import { fieldOf } from './ruleFields.ts'
import type { RuleWords } from './useRuleWords.ts'

type RuleFieldsProps = {
  /** What the parts belong to: their kind, a setting's key, or the part they stand in. */
  readonly under: string
  /** The field's name in errors, before the part. */
  readonly path: string
  readonly schema: FormSchema
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  readonly words: RuleWords
  readonly onChange: (draft: Draft) => void
  /** Parts that are not asked for. */
  readonly without?: readonly string[]
}

/** One field for each part of a row, made from the schema that the server checks it by. */
export function RuleFields({ schema, draft, onChange, without = [], ...rest }: RuleFieldsProps) {
  const parts = Object.entries(schema.properties ?? {}).filter(([part]) => !without.includes(part))
  return parts.map(([part, one]) => (
    <RuleField
      key={part}
      part={part}
      schema={one}
      value={draft[part]}
      onChange={(value) => onChange({ ...draft, [part]: value })}
      {...rest}
    />
  ))
}

type RuleFieldProps = Omit<RuleFieldsProps, 'draft' | 'onChange' | 'without'> & {
  readonly part: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function RuleField(props: RuleFieldProps) {
  const { part, under, path, schema, value, errors, words, onChange } = props
  const field = `${path}.${part}`
  const { hint, of } = fieldOf(under, part, schema.title)
  const label = words.labelOf(under, part, schema.title)
  const inner = filled(schema)
  const error = errorOf(errors, field)
  const about = { field, label, error, ...(hint ? { hint: words.say(hint) } : {}) }
  if (inner.properties)
    return (
      <fieldset className="rule-group">
        <legend>{label}</legend>
        <RuleFields
          under={part}
          path={field}
          schema={inner}
          draft={typeof value === 'object' && value !== null ? { ...value } : {}}
          errors={errors}
          words={words}
          onChange={onChange}
        />
      </fieldset>
    )
  if (inner.type === 'boolean') return <TickField {...about} value={value === true} onChange={onChange} />
  if (inner.type === 'array' && !isWordList(inner))
    return (
      <DeskField field={field} label={label} hint={about.hint} error={error} optional={false}>
        {(control) => (
          <ManySelect
            control={control}
            options={words.optionsOf(under, part)}
            value={Array.isArray(value) ? value : []}
            onChange={onChange}
          />
        )}
      </DeskField>
    )
  if (of !== undefined)
    return (
      <SelectField
        {...about}
        options={words.optionsOf(under, part)}
        optional={schema.anyOf !== undefined}
        value={typeof value === 'string' ? value : undefined}
        onChange={onChange}
      />
    )
  return (
    <InputField
      {...about}
      value={typeof value === 'string' ? value : ''}
      optional={schema.anyOf !== undefined || isWordList(inner)}
      {...(isNumber(inner) ? { inputMode: 'numeric' as const } : {})}
      {...(inner.maxLength ? { maxLength: inner.maxLength } : {})}
      onChange={onChange}
    />
  )
}
