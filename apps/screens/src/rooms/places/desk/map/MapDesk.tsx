import { Trans, useLingui } from '@lingui/react/macro'
import type {
  MapSettings,
  OutlineRow,
  OutlineWarning,
  Position,
  SetPositionResult,
} from '@linli/contract/places/boundaryShapes'
import { Alert, Button } from 'antd'
import { type ComponentProps, useDeferredValue, useMemo, useState } from 'react'
import { Loading, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { onTwoLines } from '../../../../kit/map/shapes.ts'
import { Coverage, useWalked } from './Coverage.tsx'
import type { Pieces } from './corners.ts'
import { withShares } from './coverage.ts'
import { EditOutline } from './EditOutline.tsx'
import { OffsetNote } from './OffsetNote.tsx'
import { OutlineHistory, usePast } from './OutlineHistory.tsx'
import { OutlineMap } from './OutlineMap.tsx'
import { OutlineTable } from './OutlineTable.tsx'
import { PlacePosition } from './PlacePosition.tsx'
import { PointHere } from './PointHere.tsx'
import { usePencil } from './usePencil.ts'
import { Warnings } from './Warnings.tsx'

type MapDeskProps = {
  readonly settings: MapSettings | undefined
  readonly read: {
    readonly data: { readonly items: readonly OutlineRow[] } | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly mayDraw: boolean
  /** Who comes to put this one where it stands finds it chosen. */
  readonly placing: string | undefined
  /** From many parents: a name alone says too little. */
  readonly isWide: boolean
  readonly isGrids: boolean
  /** The area whose parts are shown: its own outline lies under buildings, which have none. */
  readonly around: Answer<'getArea'> | undefined
}
type Done =
  | { readonly what: 'outline'; readonly name: string; readonly warnings: readonly OutlineWarning[] }
  | ({ readonly what: 'position'; readonly name: string } & Pick<SetPositionResult, 'outside'>)

/** The map with its list: outlines drawn, buildings put where they stand, points looked up, visits shown. */
export function MapDesk({ settings, read, mayDraw, placing, isWide, isGrids, around }: MapDeskProps) {
  const { t } = useLingui()
  const rows = read.data?.items
  const [selected, setSelected] = useState(placing)
  const [work, setWork] = useState<'draw' | 'place' | undefined>(placing ? 'place' : undefined)
  const [morePieces, setMorePieces] = useState(0)
  const [done, setDone] = useState<Done>()
  const [version, setVersion] = useState<string>()
  const [point, setPoint] = useState<Position>()
  const [campaign, setCampaign] = useState<string>()
  const found = useWalked(isGrids ? campaign : undefined)
  const pencil = usePencil()
  const row = rows?.find(({ path }) => path === selected)
  const past = usePast(row, version)
  const ground = useAround(rows, around)
  const { walked } = found
  const shown = useMemo(() => {
    const now = past ? rows?.map((one) => (one.path === selected ? { ...one, outline: past } : one)) : rows
    const named = isWide ? now?.map((one) => ({ ...one, name: onTwoLines(one.fullName) })) : now
    const told = named && walked ? withShares(named, walked) : named
    return told && ground ? [ground, ...told] : told
  }, [rows, past, selected, walked, ground, isWide])

  function select(path: string) {
    setSelected(path)
    setVersion(undefined)
    setDone(undefined)
    leave()
  }
  function begin(next: 'draw' | 'place') {
    setVersion(undefined)
    setDone(undefined)
    setWork(next)
  }
  function leave() {
    setWork(undefined)
    pencil.putAway()
  }
  function press(where: Position, path: string | undefined) {
    setPoint(where)
    if (work === undefined && path !== undefined && rows?.some((one) => one.path === path)) select(path)
  }
  function finish(next: Done) {
    leave()
    setDone(next)
  }
  return (
    <div className="outline-columns">
      <div>
        <OutlineMap
          settings={settings}
          rows={shown}
          isComing={!read.error}
          selected={selected}
          pieces={pencil.pieces}
          morePieces={morePieces}
          point={point}
          onPress={press}
          onDraw={(pieces: Pieces) => pencil.draw(pieces)}
        />
        {past && (
          <p className="desk-hint" role="status">
            <Trans>地图上画的是以前的边界，不是今天的。</Trans>
          </p>
        )}
        {settings && <OffsetNote offset={settings.offset} />}
        {/* The pencil's own words come next to the map on a narrow screen. */}
        {isGrids && !work && <Coverage campaign={campaign} onPick={setCampaign} found={found} />}
        {work !== 'draw' && <PointHere point={point} onPoint={setPoint} />}
      </div>
      <div>
        <WorkDone done={done} />
        {row && !work && mayDraw && (
          <div className="desk-buttons">
            <Button type="primary" onClick={() => begin('draw')}>
              {row.outlineId ? t`改“${row.name}”的边界` : t`画“${row.name}”的边界`}
            </Button>
            <Button onClick={() => begin('place')}>
              {row.position ? t`移动“${row.name}”的位置` : t`标“${row.name}”的位置`}
            </Button>
          </div>
        )}
        {row && work === 'draw' && (
          <EditOutline
            row={row}
            pieces={pencil.pieces}
            canUndo={pencil.canUndo}
            onBegin={pencil.begin}
            onDraw={pencil.draw}
            onUndo={pencil.undo}
            onAddPiece={() => setMorePieces((count) => count + 1)}
            onLeave={leave}
            onSaved={(warnings) => finish({ what: 'outline', name: row.name, warnings })}
          />
        )}
        {row && mayDraw && work === 'place' && (
          <PlacePosition
            row={row}
            point={point}
            onLeave={leave}
            onSaved={({ outside }) => finish({ what: 'position', name: row.name, outside })}
          />
        )}
        {row?.outlineId && !work && (
          <OutlineHistory key={row.outlineId} row={row} shown={version} onShow={setVersion} />
        )}
        <Panel title={<Trans>边界列表</Trans>}>
          <ReadView read={read}>
            {({ items }) => (
              <TableAfterMap
                rows={items}
                isWide={isWide}
                walked={walked}
                selected={selected}
                onSelect={select}
              />
            )}
          </ReadView>
        </Panel>
      </div>
    </div>
  )
}

/** The list takes longer to lay out than the map beside it, which therefore comes first. */
function TableAfterMap({ rows, ...props }: ComponentProps<typeof OutlineTable>) {
  const later = useDeferredValue<readonly OutlineRow[] | null>(rows, null) // undefined would say that there is no first value
  return later ? <OutlineTable rows={later} {...props} /> : <Loading />
}

/** What was saved, and what does not fit. */
function WorkDone({ done }: { readonly done: Done | undefined }) {
  const name = done?.name
  return (
    <>
      <Saved>
        {done?.what === 'outline' ? (
          <Trans>已保存“{name}”的边界。原来的边界留在历史里。</Trans>
        ) : done ? (
          <Trans>已标好“{name}”的位置。原来的位置留在历史里。</Trans>
        ) : null}
      </Saved>
      {done?.what === 'outline' && <Warnings warnings={done.warnings} count={done.warnings.length} />}
      {done?.what === 'position' && done.outside !== null && (
        <Outside name={done.name} other={done.outside} />
      )}
    </>
  )
}

function Outside({ name, other }: { readonly name: string; readonly other: string }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <Trans>
          这个位置在“{other}”的边界里，可“{name}”不归它。已经保存，最好去核对。
        </Trans>
      }
    />
  )
}

/** The outline around rows that have none of their own, such as buildings. */
function useAround(
  rows: readonly OutlineRow[] | undefined,
  around: Answer<'getArea'> | undefined,
): OutlineRow | undefined {
  const isBare = rows !== undefined && rows.length > 0 && rows.every(({ outline }) => outline === null)
  const { data } = useRead(
    'getOutline',
    isBare && around?.id ? { params: { id: around.id }, query: {} } : undefined,
  )
  const outline = data?.outline
  return useMemo(() => {
    const first = rows?.[0]
    if (!outline || !around || !first) return undefined
    return { ...first, areaId: around.id, path: around.path, name: '', outline, position: null }
  }, [rows, around, outline])
}
