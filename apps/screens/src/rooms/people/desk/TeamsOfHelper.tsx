import { Trans, useLingui } from '@lingui/react/macro'
import type { HelperView } from '@linli/contract/people/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, useRead } from '../../../kit/desk/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type TeamsOfHelperProps = {
  readonly personId: string
  readonly helper: HelperView
  readonly mayChange: boolean
}

/** The teams a helper is in, and the way in and out. */
export function TeamsOfHelper({ personId, helper, mayChange }: TeamsOfHelperProps) {
  const leaving = useCommand('endMembership')
  const leave = (id: string) => leaving.send({ params: { id, personId }, body: {} })
  return (
    <>
      <h3>
        <Trans>队伍</Trans>
      </h3>
      <ErrorSummary failure={leaving.failure} />
      {helper.teams.length === 0 ? (
        <p>
          <Trans>没有加入队伍</Trans>
        </p>
      ) : (
        <ul className="plain-list">
          {helper.teams.map(({ id, name }) => (
            <li key={id} className="desk-buttons">
              <span>{name}</span>
              {mayChange && (
                <Button size="small" onClick={() => void leave(id)}>
                  <Trans>离开“{name}”</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && <JoinTeam personId={personId} helper={helper} />}
    </>
  )
}

type JoinTeamProps = { readonly personId: string; readonly helper: HelperView }

function JoinTeam({ personId, helper }: JoinTeamProps) {
  const { t } = useLingui()
  const teams = useRead('listTeams', { query: {} })
  const [team, setTeam] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('joinTeam')
  const others = teams.data?.items.filter(({ id }) => helper.teams.every((one) => one.id !== id)) ?? []

  async function join() {
    setTried(true)
    if (!team) return
    if (!(await send({ params: { id: team }, body: { personId } }))) return
    setTeam(undefined)
    setTried(false)
  }

  return (
    <>
      <ErrorSummary failure={failure} />
      <Fills operation="joinTeam" />
      <div className="desk-row">
        <SelectField
          field="team"
          label={<Trans>加入队伍</Trans>}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={team}
          error={tried && !team ? t`请选一支队伍` : undefined}
          onChange={setTeam}
        />
        <Button loading={sending} onClick={() => void join()}>
          <Trans>加入</Trans>
        </Button>
      </div>
    </>
  )
}
