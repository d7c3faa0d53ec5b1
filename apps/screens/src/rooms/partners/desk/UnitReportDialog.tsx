import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import { ManySelect } from '../../../kit/desk/ManySelect.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { useFace } from '../../people/desk/signInSession.ts'

type UnitReportDialogProps = { readonly onDone: () => void; readonly onClose: () => void }

/** 单位报到 to a community: which, and what the unit can bring. */
export function UnitReportDialog({ onDone, onClose }: UnitReportDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const { data: face } = useFace()
  const units = useRead('listUnits', {})
  const [id] = useState(newKey)
  const mine = new Set(
    face?.roles.flatMap(({ role, unitId }) => (role === 'unitHandler' && unitId ? [unitId] : [])),
  )
  const own = units.data?.items.filter((unit) => mine.has(unit.id)) ?? []
  const [picked, setPicked] = useState<string>()
  const unitId = own.length === 1 ? own[0]?.id : picked
  const [path, setPath] = useState<string>()
  const skills = useRead('myReporting', {})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [brings, setBrings] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('checkInUnit')
  const checks: [string, boolean, string][] = [
    ['unitId', unitId !== undefined, t`请选单位`],
    ['path', path !== undefined, t`请选社区`],
    ['brings', brings.trim() !== '', t`请写单位能带来什么，社区好安排`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []

  async function report() {
    setTried(true)
    if (unitId === undefined || path === undefined || errors.length > 0) return
    if (await send({ body: { id, unitId, path, skills: [...chosen], brings: brings.trim() } })) onDone()
  }
  return (
    <FormDialog
      title={t`单位报到`}
      ok={t`报到`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void report()}
      onClose={onClose}
    >
      {own.length === 1 ? (
        <p>{say(own[0]?.name ?? { zh: '', en: '' })}</p>
      ) : (
        <SelectField
          field="unitId"
          label={<Trans>单位</Trans>}
          value={picked}
          error={errorOf(shown, 'unitId')}
          options={own.map((unit) => ({ value: unit.id, label: say(unit.name) }))}
          onChange={setPicked}
        />
      )}
      <AreaPick
        field="path"
        label={<Trans>社区</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
      <DeskField
        field="skills"
        label={<Trans>能出的技能</Trans>}
        hint={<Trans>可以选几项，也可以不选</Trans>}
        optional
      >
        {(described) => (
          <ManySelect
            control={described}
            value={chosen}
            options={(skills.data?.skills ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))}
            onChange={setChosen}
          />
        )}
      </DeskField>
      <InputField
        field="brings"
        label={<Trans>能带来的资源</Trans>}
        hint={<Trans>例如会议室、车辆、法律咨询、义诊</Trans>}
        maxLength={500}
        value={brings}
        error={errorOf(shown, 'brings')}
        onChange={setBrings}
      />
      <Fills operation="checkInUnit" />
    </FormDialog>
  )
}
