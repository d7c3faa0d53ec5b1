import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import { DeskField, ErrorSummary, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { type Filters, filtersFrom, savedFrom, searchOf } from './filters.ts'

type View = Answer<'listViews'>[number]
export type SavedViewsProps = { readonly filters: Filters; readonly onChange: (filters: Filters) => void }

// Reading a saved view through the address drops what this version no longer knows.
const filtersOf = (view: View): Filters => filtersFrom(searchOf(view.filters as Filters))

/** Filters kept under a name, one press each. */
export function SavedViews({ filters, onChange }: SavedViewsProps) {
  const { t } = useLingui()
  const views = useRead('listViews', {})
  const removing = useCommand('removeView')
  const [naming, setNaming] = useState(false)
  const here = searchOf(filters)
  const isCurrent = (view: View) => searchOf(filtersOf(view)) === here
  const current = views.data?.find(isCurrent)

  async function remove(view: View) {
    if (await removing.send({ params: { id: view.id } })) await views.refetch()
  }

  return (
    <section className="queue-tabs" aria-label={t`我的视图`}>
      {views.data?.map((view) => (
        <Button key={view.id} aria-pressed={isCurrent(view)} onClick={() => onChange(filtersOf(view))}>
          {view.name}
        </Button>
      ))}
      {here !== '' && !current && (
        <Button type="dashed" onClick={() => setNaming(true)}>
          <Trans>把现在的筛选存成视图</Trans>
        </Button>
      )}
      {current && (
        <Button type="text" loading={removing.sending} onClick={() => void remove(current)}>
          <Trans>删除视图“{current.name}”</Trans>
        </Button>
      )}
      <ErrorSummary failure={removing.failure ?? views.error ?? undefined} />
      {naming && (
        <NameView
          filters={filters}
          onClose={() => setNaming(false)}
          onSaved={() => void views.refetch().then(() => setNaming(false))}
        />
      )}
    </section>
  )
}

type NameViewProps = {
  readonly filters: Filters
  readonly onClose: () => void
  readonly onSaved: () => void
}

function NameView({ filters, onClose, onSaved }: NameViewProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const [id] = useState(newKey)
  const saving = useCommand('saveView')
  const errors = missing && name.trim() === '' ? [{ field: 'name', message: t`请给视图起个名字` }] : []
  async function save() {
    setMissing(true)
    if (name.trim() === '') return
    if (await saving.send({ body: { id, name: name.trim(), filters: savedFrom(filters) } })) onSaved()
  }
  return (
    <Modal
      open
      title={t`存成视图`}
      okText={t`保存`}
      cancelText={t`不存了`}
      confirmLoading={saving.sending}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <ErrorSummary errors={errors} failure={saving.failure} />
      <DeskField field="name" label={<Trans>名称</Trans>} error={errorOf(errors, 'name')}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => void save()}
          />
        )}
      </DeskField>
    </Modal>
  )
}
