import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { ChoiceField, InputField, SelectField } from '../../../../kit/desk/fields.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import type { FieldError } from '../../../../kit/failure.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { MOST_PARTS, partAt, type RedrawDraft, type RedrawKind } from './redrawDraft.ts'

type Area = Answer<'getArea'>
type FormProps = {
  readonly draft: RedrawDraft
  readonly grids: readonly Area[]
  readonly buildings: readonly Area[]
  readonly errors: readonly FieldError[]
  readonly onChange: (draft: RedrawDraft) => void
}
const KINDS: readonly RedrawKind[] = ['move', 'split', 'merge']

/** What is to be done, and with which grids and buildings. */
export function RedrawForm(props: FormProps) {
  const { draft, grids, errors, onChange } = props
  const { t } = useLingui()
  const words = { move: t`把几栋楼调到别的网格`, split: t`把一个网格拆成几个`, merge: t`把几个网格合成一个` }
  const set = (change: Partial<RedrawDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <ChoiceField
        field="kind"
        label={<Trans>要做什么</Trans>}
        value={draft.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words[kind] }))}
        onChange={(kind) => set({ kind: KINDS.find((one) => one === kind) ?? 'move' })}
      />
      {draft.kind !== 'merge' && (
        <SelectField
          field="from"
          label={draft.kind === 'move' ? <Trans>从哪个网格调出</Trans> : <Trans>拆哪个网格</Trans>}
          options={grids.map(({ path, name }) => ({ value: path, label: name }))}
          value={draft.from}
          error={errorOf(errors, 'from')}
          onChange={(from) => set({ from, picked: [], partOf: {}, to: undefined })}
        />
      )}
      {draft.kind === 'move' && draft.from && <MoveFields {...props} />}
      {draft.kind === 'split' && draft.from && <SplitFields {...props} />}
      {draft.kind === 'merge' && <MergeFields {...props} />}
    </>
  )
}

function MoveFields({ draft, grids, buildings, errors, onChange }: FormProps) {
  return (
    <>
      <TickList
        field="picked"
        label={<Trans>调哪几栋</Trans>}
        areas={buildings}
        picked={draft.picked}
        error={errorOf(errors, 'picked')}
        onChange={(picked) => onChange({ ...draft, picked })}
      />
      <SelectField
        field="to"
        label={<Trans>调到哪个网格</Trans>}
        options={grids
          .filter(({ path }) => path !== draft.from)
          .map(({ path, name }) => ({ value: path, label: name }))}
        value={draft.to}
        error={errorOf(errors, 'to')}
        onChange={(to) => onChange({ ...draft, to })}
      />
    </>
  )
}

function SplitFields({ draft, buildings, errors, onChange }: FormProps) {
  const { t } = useLingui()
  const { names } = draft
  const options = names.map((name, at) => {
    const number = at + 1
    return { value: String(at), label: name.trim() || t`第${number}个` }
  })
  return (
    <>
      {names.map((name, at) => {
        const number = at + 1
        return (
          <InputField
            key={at}
            field={at === 0 ? 'names' : `names${at}`}
            label={<Trans>第{number}个新网格的名称</Trans>}
            value={name}
            maxLength={60}
            error={at === 0 ? errorOf(errors, 'names') : undefined}
            onChange={(next) => onChange({ ...draft, names: names.map((one, i) => (i === at ? next : one)) })}
          />
        )
      })}
      {names.length < MOST_PARTS && (
        <Button onClick={() => onChange({ ...draft, names: [...names, ''] })}>
          <Trans>再加一个网格</Trans>
        </Button>
      )}
      {buildings.map(({ path, name, compound }, at) => {
        const building = [compound, name].filter(Boolean).join(' ')
        return (
          <SelectField
            key={path}
            field={at === 0 ? 'partOf' : `partOf${at}`}
            label={<Trans>{building} 归到</Trans>}
            options={options}
            value={String(partAt(draft, path))}
            error={at === 0 ? errorOf(errors, 'partOf') : undefined}
            onChange={(part) =>
              onChange({ ...draft, partOf: { ...draft.partOf, [path]: Number(part ?? 0) } })
            }
          />
        )
      })}
    </>
  )
}

function MergeFields({ draft, grids, errors, onChange }: FormProps) {
  return (
    <>
      <TickList
        field="merged"
        label={<Trans>合并哪几个</Trans>}
        areas={grids}
        picked={draft.merged}
        error={errorOf(errors, 'merged')}
        onChange={(merged) => onChange({ ...draft, merged })}
      />
      <InputField
        field="names"
        label={<Trans>合并后的名称</Trans>}
        value={draft.names[0] ?? ''}
        maxLength={60}
        error={errorOf(errors, 'names')}
        onChange={(name) => onChange({ ...draft, names: [name, draft.names[1] ?? ''] })}
      />
    </>
  )
}

type TickListProps = {
  readonly field: string
  readonly label: ReactNode
  readonly areas: readonly Area[]
  readonly picked: readonly string[]
  readonly error: string | undefined
  readonly onChange: (picked: string[]) => void
}

function TickList({ field, label, areas, picked, error, onChange }: TickListProps) {
  return (
    <fieldset
      className={error ? 'desk-field desk-choice desk-field-wrong' : 'desk-field desk-choice'}
      id={`field-${field}`}
    >
      <legend>{label}</legend>
      {error && <p className="desk-error">{error}</p>}
      <Checkbox.Group
        value={[...picked]}
        options={areas.map(({ path, name, compound }) => ({
          value: path,
          label: [compound, name].filter(Boolean).join(' '),
        }))}
        onChange={onChange}
      />
    </fieldset>
  )
}
