import { Trans, useLingui } from '@lingui/react/macro'
import type { MapSettings, OutlineRow, OutlineWarning } from '@linli/contract/places/boundaryShapes'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { useSay } from '../../../../kit/language.ts'
import { AreaPick } from '../../../people/desk/AreaPick.tsx'
import { importOutlines, outlineMap } from '../addresses.ts'
import { placeUrl } from '../placeUrl.ts'
import { useDutyAt } from '../useDutyAt.ts'
import type { Pieces } from './corners.ts'
import { EditOutline } from './EditOutline.tsx'
import { OffsetNote } from './OffsetNote.tsx'
import { OutlineHistory, usePast } from './OutlineHistory.tsx'
import { OutlineMap } from './OutlineMap.tsx'
import { OutlineTable } from './OutlineTable.tsx'
import { usePencil } from './usePencil.ts'
import { Warnings } from './Warnings.tsx'

const PATH = /^\/([a-z0-9]{1,12}\/){0,8}$/

/** Where the areas below one lie: a map, and beside it the same as a list. */
export default function MapPage() {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const asked = search.get('at') ?? ''
  const at = PATH.test(asked) ? asked : '/'
  const here = useRead('getArea', { query: { path: at } })
  const place = useRead('getPlace', {})
  const levels = place.data?.levels ?? []
  const below = levels.slice(levels.findIndex(({ key }) => key === here.data?.level) + 1)
  const level = below.find(({ key }) => key === search.get('level'))?.key
  const outlines = useRead(
    'listOutlines',
    search.get('level') && !place.data ? undefined : { query: { parent: at, ...(level ? { level } : {}) } },
  )
  const settings = useRead('getMapSettings', {})
  const mayDraw = useDutyAt(at, 'regionAdmin')
  const where = at === '/' ? '' : (here.data?.fullName ?? '')
  return (
    <DeskPage
      title={where ? t`网格地图：${where}` : t`网格地图`}
      back={{ href: placeUrl(at), label: <Trans>区域和住户</Trans> }}
      actions={
        mayDraw && (
          <Link href={importOutlines.url()}>
            <Trans>从文件导入边界</Trans>
          </Link>
        )
      }
    >
      <AreaPick
        field="find"
        label={<Trans>看哪里下一级的边界</Trans>}
        path={undefined}
        onPick={(path) => path && go(`${outlineMap.url()}?at=${encodeURIComponent(path)}`)}
      />
      {below.length > 1 && (
        <SelectField
          field="level"
          label={<Trans>看哪一级</Trans>}
          value={level ?? below[0]?.key}
          options={below.map(({ key, name }) => ({ value: key, label: say(name) }))}
          onChange={(key) => go(`${outlineMap.url()}?at=${encodeURIComponent(at)}&level=${key ?? ''}`)}
        />
      )}
      <Outlines
        key={`${at} ${search.get('level') ?? ''}`}
        isWide={level !== undefined}
        settings={settings.data}
        read={outlines}
        mayDraw={mayDraw}
      />
    </DeskPage>
  )
}

type OutlinesProps = {
  readonly settings: MapSettings | undefined
  readonly read: {
    readonly data: { readonly items: readonly OutlineRow[] } | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly mayDraw: boolean
  /** From many parents: a name alone says too little. */
  readonly isWide: boolean
}

function Outlines({ settings, read, mayDraw, isWide }: OutlinesProps) {
  const { t } = useLingui()
  const rows = read.data?.items
  const queries = useQueryClient()
  const [selected, setSelected] = useState<string>()
  const [isDrawing, setDrawing] = useState(false)
  const [morePieces, setMorePieces] = useState(0)
  const [saved, setSaved] = useState<{ name: string; warnings: readonly OutlineWarning[] }>()
  const pencil = usePencil()
  const row = rows?.find(({ path }) => path === selected)
  const [version, setVersion] = useState<string>()
  const past = usePast(row, version)
  const shown = useMemo(
    () => (past ? rows?.map((one) => (one.path === selected ? { ...one, outline: past } : one)) : rows),
    [rows, past, selected],
  )

  function select(path: string) {
    setSelected(path)
    setVersion(undefined)
    setSaved(undefined)
    leave()
  }
  function begin() {
    setVersion(undefined)
    setDrawing(true)
  }
  function leave() {
    setDrawing(false)
    pencil.putAway()
  }
  function finish(name: string, warnings: readonly OutlineWarning[]) {
    leave()
    setSaved({ name, warnings })
    void read.refetch()
    void queries.invalidateQueries({ queryKey: ['getOutline'] }) // else what was read a moment ago stays
  }
  const done = saved?.name
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
          onSelect={select}
          onDraw={(pieces: Pieces) => pencil.draw(pieces)}
        />
        {past && (
          <p className="desk-hint" role="status">
            <Trans>地图上画的是以前的边界，不是今天的。</Trans>
          </p>
        )}
        {settings && <OffsetNote offset={settings.offset} />}
      </div>
      <div>
        <Saved>{done && <Trans>已保存“{done}”的边界。原来的边界留在历史里。</Trans>}</Saved>
        {saved && <Warnings warnings={saved.warnings} count={saved.warnings.length} />}
        {row && !isDrawing && mayDraw && (
          <div className="desk-buttons">
            <Button type="primary" onClick={begin}>
              {row.outlineId ? t`改“${row.name}”的边界` : t`画“${row.name}”的边界`}
            </Button>
          </div>
        )}
        {row && isDrawing && (
          <EditOutline
            row={row}
            pieces={pencil.pieces}
            canUndo={pencil.canUndo}
            onBegin={pencil.begin}
            onDraw={pencil.draw}
            onUndo={pencil.undo}
            onAddPiece={() => setMorePieces((count) => count + 1)}
            onLeave={leave}
            onSaved={(warnings) => finish(row.name, warnings)}
          />
        )}
        {row?.outlineId && !isDrawing && (
          <OutlineHistory key={row.outlineId} row={row} shown={version} onShow={setVersion} />
        )}
        <Panel title={<Trans>边界列表</Trans>}>
          <ReadView read={read}>
            {({ items }) => (
              <OutlineTable rows={items} isWide={isWide} selected={selected} onSelect={select} />
            )}
          </ReadView>
        </Panel>
      </div>
    </div>
  )
}
