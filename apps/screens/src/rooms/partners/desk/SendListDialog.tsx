import { Trans, useLingui } from '@lingui/react/macro'
import { LIST_KINDS, type ListKind } from '@linli/contract/partners/words'
import { Input } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DeskField, ErrorState, Loading, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { linesOf, wordsOf } from './listDraft.ts'

type SendListDialogProps = { readonly onDone: () => void; readonly onClose: () => void }
const KINDS = ['need', 'resource', 'project', 'conduct'] as const satisfies readonly ListKind[]

/** 3+1: drafted from what the house has, read over by the office, and sent. */
export function SendListDialog({ onDone, onClose }: SendListDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const units = useRead('listUnits', {})
  const [id] = useState(newKey)
  const [unitId, setUnitId] = useState<string>()
  const [path, setPath] = useState<string>()
  const aim = unitId !== undefined && path !== undefined ? { unitId, path } : undefined
  const draft = useRead('draftList', aim && { query: aim })
  const [written, setWritten] = useState<{ readonly [kind in ListKind]?: string }>({})
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('sendList')
  const wordsFor = (kind: ListKind) => written[kind] ?? wordsOf(draft.data?.lines ?? [], kind)
  const lines = KINDS.flatMap((kind) => linesOf(wordsFor(kind), kind, newKey))
  const checks: [string, boolean, string][] = [
    ['unitId', unitId !== undefined, t`请选单位`],
    ['path', path !== undefined, t`请选社区`],
    ['need', !aim || lines.length > 0, t`清单还是空的，请至少写一条`],
    ['need', lines.every(({ words }) => words.length <= 200), t`每条最多 200 字，请分成几条写`],
    ['need', lines.length <= 60, t`最多 60 条，请删去一些`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []

  async function sendOff() {
    setTried(true)
    if (!aim || errors.length > 0) return
    if (await send({ body: { id, ...aim, lines } })) onDone()
  }
  return (
    <FormDialog
      title={t`送清单给单位`}
      ok={t`送给单位`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void sendOff()}
      onClose={onClose}
    >
      <SelectField
        field="unitId"
        label={<Trans>单位</Trans>}
        value={unitId}
        error={errorOf(shown, 'unitId')}
        options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: say(unit.name) }))}
        onChange={setUnitId}
      />
      <AreaPick
        field="path"
        label={<Trans>社区</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
      {draft.error ? (
        <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />
      ) : aim && !draft.data ? (
        <Loading />
      ) : (
        aim && (
          <>
            <p>
              <Trans>已按现有记录写好，一行一条，可以改、可以删。不要写人名和住处。</Trans>
            </p>
            {KINDS.map((kind) => (
              <Lines
                key={kind}
                kind={kind}
                value={wordsFor(kind)}
                error={errorOf(shown, kind)}
                onChange={(words) => setWritten((now) => ({ ...now, [kind]: words }))}
              />
            ))}
          </>
        )
      )}
    </FormDialog>
  )
}

type LinesProps = {
  readonly kind: Answer<'draftList'>['lines'][number]['kind']
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (words: string) => void
}

function Lines({ kind, value, error, onChange }: LinesProps) {
  const say = useSay()
  return (
    <DeskField field={kind} label={say(LIST_KINDS[kind])} error={error} optional>
      {(described) => (
        <Input.TextArea
          {...described}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </DeskField>
  )
}
