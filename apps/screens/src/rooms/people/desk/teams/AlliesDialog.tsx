import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { DeskField } from '../../../../kit/desk/index.ts'
import { ManySelect } from '../../../../kit/desk/ManySelect.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useCommand } from '../../../../kit/useCommand.ts'

type AlliesDialogProps = {
  readonly team: Answer<'getTeam'>
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 1+2+N: the units that answer for a team beside its leader, and the teams that belong to it. */
export function AlliesDialog({ team, onDone, onClose }: AlliesDialogProps) {
  const { t } = useLingui()
  const [unitIds, setUnits] = useState<readonly string[]>(team.units.map(({ id }) => id))
  const [squadIds, setSquads] = useState<readonly string[]>(team.squads.map(({ id }) => id))
  const { send, sending, failure } = useCommand('setTeamAllies')
  async function set() {
    const body = { unitIds: [...unitIds], squadIds: [...squadIds] }
    if (await send({ params: { id: team.id }, body })) onDone()
  }
  const named = (of: readonly { readonly id: string; readonly name: string }[]) =>
    of.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormDialog
      title={t`定单位和支队`}
      ok={t`定下`}
      failure={failure}
      busy={sending}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      {team.form.units > 0 && (
        <DeskField
          field="units"
          label={<Trans>一起负责的单位</Trans>}
          hint={<Trans>按本地的做法，{team.form.units} 家</Trans>}
          error={undefined}
          optional
        >
          {(control) => (
            <ManySelect
              control={control}
              maxCount={team.form.units}
              value={unitIds}
              options={named(team.choices.units)}
              onChange={setUnits}
            />
          )}
        </DeskField>
      )}
      <DeskField
        field="squads"
        label={<Trans>下面的支队</Trans>}
        hint={<Trans>本队范围内、还不属于别的队的队伍</Trans>}
        error={undefined}
        optional
      >
        {(control) => (
          <ManySelect
            control={control}
            value={squadIds}
            options={named(team.choices.squads)}
            onChange={setSquads}
          />
        )}
      </DeskField>
    </FormDialog>
  )
}
