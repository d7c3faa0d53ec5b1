import { Trans, useLingui } from '@lingui/react/macro'
import { GROUP_KINDS } from '@linli/contract/duties/words'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { TickField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Reach = Answer<'rosterReach'>
type AskPanelProps = { readonly rosterId: string; readonly onChanged: () => void }

/** 征询: whom the house would ask, what would stay open though they all came, and one press that asks them. */
export function AskPanel({ rosterId, onChanged }: AskPanelProps) {
  const [chosen, setChosen] = useState<readonly string[]>(['helpers'])
  const read = useRead(
    'rosterReach',
    { params: { id: rosterId }, query: chosen.length > 0 ? { groups: chosen.join(',') } : {} },
    ['duties.'],
  )
  return (
    <Panel title={<Trans>问谁</Trans>}>
      <ReadView read={read}>
        {(reach) => (
          <Choosing
            rosterId={rosterId}
            reach={reach}
            chosen={chosen}
            onChoose={setChosen}
            onAsked={onChanged}
          />
        )}
      </ReadView>
    </Panel>
  )
}

type ChoosingProps = {
  readonly rosterId: string
  readonly reach: Reach
  readonly chosen: readonly string[]
  readonly onChoose: (groups: readonly string[]) => void
  readonly onAsked: () => void
}

function Choosing({ rosterId, reach, chosen, onChoose, onAsked }: ChoosingProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('askMembers')
  const [asked, setAsked] = useState<number>()
  const fresh = chosen.length === 0 ? 0 : reach.fresh

  async function ask() {
    const answer = await send({ params: { id: rosterId }, body: { groups: [...chosen] } })
    setAsked(answer?.asked)
    if (answer) onAsked()
  }
  const nameOf = ({ kind, name, people }: Reach['groups'][number]): string => {
    const who = name ? t`${say(GROUP_KINDS[kind])}：${say(name)}` : say(GROUP_KINDS[kind])
    return t`${who}，${people} 人`
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Saved>
        {asked !== undefined && asked > 0 && <Trans>新征询了 {asked} 人，等他们在手机上答复。</Trans>}
      </Saved>
      {reach.groups.length === 0 ? (
        <p>
          <Trans>这里还没有志愿者、队伍和报到的单位可以问。请先请人加入，并把服务范围设到这里。</Trans>
        </p>
      ) : (
        <fieldset className="desk-field desk-choice">
          <legend>
            <Trans>可以问的人</Trans>
          </legend>
          {reach.groups.map((group) => (
            <TickField
              key={group.key}
              field={`group-${group.key}`}
              label={nameOf(group)}
              value={chosen.includes(group.key)}
              onChange={(on) =>
                onChoose(on ? [...chosen, group.key] : chosen.filter((key) => key !== group.key))
              }
            />
          ))}
        </fieldset>
      )}
      {chosen.length > 0 && <Shortage reach={reach} />}
      <div className="desk-actions">
        <Button type="primary" disabled={fresh === 0} loading={sending} onClick={() => void ask()}>
          {fresh === 0 ? <Trans>没有还没问过的人</Trans> : <Trans>征询 {fresh} 人</Trans>}
        </Button>
      </div>
    </>
  )
}

function Shortage({ reach }: { readonly reach: Reach }) {
  const say = useSay()
  const { people, fresh, places, bound, skills } = reach
  const lacking = skills.filter((skill) => skill.people < skill.atOnce)
  return (
    <>
      <p>
        <Trans>
          会问到 {people} 人，其中 {fresh} 人还没问过。共 {places} 个班位。
        </Trans>
      </p>
      {bound > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={
            <Trans>
              就是都来，也至少空 {bound} 个班位（休息、每周时数、技能都算在内）。请再选一些人来问。
            </Trans>
          }
        />
      ) : (
        <p>
          <Trans>要是都来，人手够。</Trans>
        </p>
      )}
      {lacking.map((skill) => (
        <p key={skill.name.zh}>
          <Trans>
            要会“{say(skill.name)}”的每班 {skill.atOnce} 人，能问到的只有 {skill.people} 人。
          </Trans>
        </p>
      ))}
    </>
  )
}
