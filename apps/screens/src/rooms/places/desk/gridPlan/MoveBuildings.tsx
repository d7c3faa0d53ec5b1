import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { PlanMap } from './PlanMap.tsx'
import { Unplaced } from './Unplaced.tsx'

type Plan = Answer<'getGridPlan'>
type Building = Plan['buildings'][number]
type MoveProps = { readonly plan: Plan; readonly onChanged: () => Promise<unknown> }

/** Which building goes to which planned grid: on the picture and in the list; ticked buildings are moved together. */
export function MoveBuildings({ plan, onChanged }: MoveProps) {
  const { t } = useLingui()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [to, setTo] = useState<string>()
  const [all, setAll] = useState(false)
  const [moved, setMoved] = useState(0)
  const moving = useCommand('changeGridPlan')
  const { id, version, grids, buildings } = plan
  const mayChange = plan.state === 'proposed' && !plan.stale
  const isMoving = (one: Building) => grids[one.grid]?.keeps !== one.today
  const shown =
    all || !buildings.some(isMoving)
      ? buildings
      : buildings.filter((one) => isMoving(one) || picked.includes(one.path))
  const isPlaced = buildings.some(({ position }) => position !== null)
  const toggle = (path: string) =>
    mayChange && setPicked(picked.includes(path) ? picked.filter((one) => one !== path) : [...picked, path])
  const options = [...grids.map(({ name }) => name), t`再起一个新网格`].map((name, at) => ({
    value: String(at),
    label: `${at + 1} ${name}`,
  }))

  async function move() {
    if (picked.length === 0 || to === undefined) return
    const grid = Number(to)
    const moves = picked.map((building) => ({ building, grid }))
    if (!(await moving.send({ params: { id }, body: { version, moves } }))) return
    setMoved(picked.length)
    setPicked([])
    setTo(undefined)
    await onChanged()
  }
  return (
    <Panel title={<Trans>楼栋归哪个网格</Trans>}>
      <Unplaced plan={plan} />
      {isPlaced && <PlanMap buildings={buildings} picked={picked} onPick={toggle} />}
      <ErrorSummary failure={moving.failure} />
      <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
        <Trans>也列出不动的楼栋</Trans>
      </Checkbox>
      <WideTable<Building>
        aria-label={t`楼栋归哪个网格`}
        rowKey={({ path }) => path}
        dataSource={[...shown]}
        columns={[
          {
            title: t`楼栋`,
            key: 'name',
            render: (_, { path, name, compound }) =>
              mayChange ? (
                <Checkbox checked={picked.includes(path)} onChange={() => toggle(path)}>
                  {compound} {name}
                </Checkbox>
              ) : (
                `${compound ?? ''} ${name}`
              ),
          },
          { title: t`户数`, key: 'households', dataIndex: 'households', align: 'right' },
          { title: t`现在`, key: 'today', dataIndex: 'todayName' },
          { title: t`方案`, key: 'grid', render: (_, { grid }) => `${grid + 1} ${grids[grid]?.name ?? ''}` },
        ]}
      />
      {mayChange && (
        <>
          <SelectField
            field="to"
            label={<Trans>把勾选的楼栋移到</Trans>}
            options={options}
            value={to}
            onChange={setTo}
          />
          <Button
            disabled={picked.length === 0 || to === undefined}
            loading={moving.sending}
            onClick={() => void move()}
          >
            <Trans>移过去</Trans>
          </Button>
          <Saved>{moved > 0 && <Trans>移好了 {moved} 栋，上面的户数已重新算过。</Trans>}</Saved>
        </>
      )}
    </Panel>
  )
}
