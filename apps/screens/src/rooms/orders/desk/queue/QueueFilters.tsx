import { Trans, useLingui } from '@lingui/react/macro'
import { CHANNELS, KINDS, URGENCIES } from '@linli/contract/orders/words'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { DeskField, useShortcuts } from '../../../../kit/desk/index.ts'
import { fieldId } from '../../../../kit/fieldIds.ts'
import { AreaSelect } from '../fields/AreaSelect.tsx'
import { CodeSelect } from '../fields/CodeSelect.tsx'
import { ItemSelect } from '../fields/ItemSelect.tsx'
import { changed, type Filters } from './filters.ts'

export type QueueFiltersProps = {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

const focusOn = (field: string) => document.getElementById(fieldId(field))?.focus()

/** Everything by which a queue can be narrowed; each choice takes effect at once. */
export function QueueFilters({ filters, onChange }: QueueFiltersProps) {
  const { t } = useLingui()
  const set = <Name extends keyof Filters>(name: Name, value: Filters[Name] | undefined) =>
    onChange(changed(filters, name, value))
  useShortcuts([
    { key: '/', label: t`搜索`, run: () => focusOn('q') },
    { key: 'f', label: t`筛选`, run: () => focusOn('path') },
  ])
  return (
    <section className="queue-filters" aria-label={t`筛选`}>
      <SearchField words={filters.q ?? ''} onSearch={(q) => set('q', q)} />
      <DeskField field="path" label={<Trans>辖区</Trans>}>
        {(control) => (
          <AreaSelect
            clearable
            control={control}
            path={filters.path}
            onPick={(area) => set('path', area?.path)}
          />
        )}
      </DeskField>
      <DeskField field="item" label={<Trans>事项</Trans>}>
        {(control) => (
          <ItemSelect
            clearable
            control={control}
            value={filters.item}
            onChange={(item) => set('item', item)}
          />
        )}
      </DeskField>
      <DeskField field="kind" label={<Trans>诉求类型</Trans>}>
        {(control) => (
          <CodeSelect
            clearable
            control={control}
            words={KINDS}
            value={filters.kind}
            placeholder={t`全部`}
            onChange={(kind) => set('kind', kind)}
          />
        )}
      </DeskField>
      <DeskField field="urgency" label={<Trans>紧急程度</Trans>}>
        {(control) => (
          <CodeSelect
            clearable
            control={control}
            words={URGENCIES}
            value={filters.urgency}
            placeholder={t`全部`}
            onChange={(urgency) => set('urgency', urgency)}
          />
        )}
      </DeskField>
      <DeskField field="channel" label={<Trans>来源</Trans>}>
        {(control) => (
          <CodeSelect
            clearable
            control={control}
            words={CHANNELS}
            value={filters.channel}
            placeholder={t`全部`}
            onChange={(channel) => set('channel', channel)}
          />
        )}
      </DeskField>
      <Checkbox
        checked={filters.overdue ?? false}
        onChange={(event) => set('overdue', event.target.checked || undefined)}
      >
        <Trans>只看超时</Trans>
      </Checkbox>
      <Checkbox
        checked={filters.restricted ?? false}
        onChange={(event) => set('restricted', event.target.checked || undefined)}
      >
        <Trans>限制查阅的</Trans>
      </Checkbox>
      <Checkbox
        checked={filters.supervised ?? false}
        onChange={(event) => set('supervised', event.target.checked || undefined)}
      >
        <Trans>督办中的</Trans>
      </Checkbox>
      <Button onClick={() => onChange({})}>
        <Trans>清除筛选</Trans>
      </Button>
    </section>
  )
}

/** Searching waits for Enter: the server looks words up, and a half-written word finds nothing. */
function SearchField({
  words,
  onSearch,
}: {
  readonly words: string
  readonly onSearch: (words: string) => void
}) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(words)
  const [before, setBefore] = useState(words)
  if (before !== words) {
    setBefore(words)
    setTyped(words)
  }
  return (
    <DeskField field="q" label={<Trans>搜索</Trans>}>
      {(control) => (
        <Input
          {...control}
          type="search"
          maxLength={100}
          placeholder={t`单号，或两个字以上，按回车`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => onSearch(typed.trim())}
          onBlur={() => typed.trim() !== words && onSearch(typed.trim())}
        />
      )}
    </DeskField>
  )
}
