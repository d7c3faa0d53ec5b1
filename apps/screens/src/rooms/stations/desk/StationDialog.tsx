import { useLingui } from '@lingui/react/macro'
import type { StationView } from '@linli/contract/stations/shapes'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { StationFields } from './StationFields.tsx'
import { bodyOf, draftOf, EMPTY_DRAFT, readPosition, type StationDraft } from './stationDraft.ts'

type StationDialogProps = {
  /** The station to change; absent: a new one. */
  readonly station?: StationView
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** 登记驿站, or what is kept of it; its hours have a form of their own. */
export function StationDialog({ station, onClose, onSaved }: StationDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [draft, setDraft] = useState<StationDraft>(station ? draftOf(station) : EMPTY_DRAFT)
  const [tried, setTried] = useState(false)
  const add = useCommand('addStation')
  const change = useCommand('changeStation')
  const { sending, failure } = station ? change : add
  const errors = useFaults(draft)

  async function save() {
    setTried(true)
    if (errors.length > 0 || draft.path === undefined) return
    const body = bodyOf(draft, draft.path, station?.hours)
    const answer = station
      ? await change.send({ params: { id: station.id }, body: { version: station.version, ...body } })
      : await add.send({ body: { id, ...body } })
    if (answer) onSaved()
  }

  return (
    <FormDialog
      title={station ? t`修改驿站` : t`登记驿站`}
      ok={t`保存`}
      errors={tried ? errors : []}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <StationFields draft={draft} onChange={setDraft} errors={tried ? errors : []} />
      <Fills operation="addStation" ledger="stations" />
    </FormDialog>
  )
}

function useFaults({ name, path, address, position, kind, fromDay, lastDay }: StationDraft) {
  const { t } = useLingui()
  return [
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填名称` }] : []),
    ...(path === undefined ? [{ field: 'path', message: t`请选在哪个社区` }] : []),
    ...(address.trim() === '' ? [{ field: 'address', message: t`请填地址，写到门牌` }] : []),
    ...(position.trim() !== '' && !readPosition(position)
      ? [{ field: 'position', message: t`请填“经度,纬度”，例如 115.892151,28.676493` }]
      : []),
    ...(kind === 'mobile' && (fromDay === '' || lastDay === '' || lastDay < fromDay)
      ? [{ field: 'fromDay', message: t`请填从哪天到哪天在这里` }]
      : []),
  ]
}
