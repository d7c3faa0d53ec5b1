import { Trans, useLingui } from '@lingui/react/macro'
import type { OutlineRow, OutlineWarning } from '@linli/contract/places/boundaryShapes'
import { Button, Input } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { DeskField, ErrorState, ErrorSummary, Loading, Panel, useRead } from '../../../../kit/desk/index.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { cornersText, type Pieces, readCorners } from './corners.ts'

type EditOutlineProps = {
  readonly row: OutlineRow
  readonly pieces: Pieces | undefined
  readonly canUndo: boolean
  readonly onDraw: (pieces: Pieces) => void
  /** Begins with what is kept now. */
  readonly onBegin: (pieces: Pieces) => void
  readonly onUndo: () => void
  readonly onAddPiece: () => void
  readonly onLeave: () => void
  readonly onSaved: (warnings: readonly OutlineWarning[]) => void
}

/** Draws one area's outline: with the mouse on the map, or by its corners as texts. Both are the same outline. */
export function EditOutline({ row, ...props }: EditOutlineProps) {
  const { name } = row
  const whole = useRead('getOutline', { params: { id: row.areaId }, query: {} })
  return (
    <Panel title={<Trans>画“{name}”的边界</Trans>}>
      {whole.data && !whole.isFetching ? (
        <Editor key={whole.data.outlineId ?? ''} row={row} kept={whole.data} {...props} />
      ) : whole.error ? (
        <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />
      ) : (
        <Loading />
      )}
    </Panel>
  )
}

type Kept = { readonly outlineId: string | null; readonly outline: { readonly coordinates: Pieces } | null }

function Editor(props: EditOutlineProps & { readonly kept: Kept }) {
  const { row, kept, pieces, canUndo, onDraw, onBegin, onUndo, onAddPiece, onLeave, onSaved } = props
  const wrongWords = useWrongWords()
  const { send, sending, failure } = useCommand('setOutline')
  const [text, setText] = useState(() => cornersText(kept.outline?.coordinates ?? []))
  const [seen, setSeen] = useState(pieces)
  const [tried, setTried] = useState(false)
  const read = readCorners(text)
  const wrong = wrongWords(read, tried)
  const errors = wrong ? [{ field: 'outline', message: wrong }] : []

  const begin = useEffectEvent(() => onBegin(kept.outline?.coordinates ?? []))
  useEffect(() => begin(), []) // begun once, with what was kept then
  // What was drawn with the mouse, or undone, stands in the text too.
  if (pieces !== seen) {
    setSeen(pieces)
    if (pieces && !sameAs(text, pieces)) setText(cornersText(pieces))
  }

  function write(next: string) {
    setText(next)
    const corners = readCorners(next)
    if ('pieces' in corners) onDraw(corners.pieces)
  }

  async function save() {
    setTried(true)
    if (!('pieces' in read) || read.pieces.length === 0) return
    const outline = { type: 'MultiPolygon', coordinates: read.pieces } as const
    const answer = await send({ params: { id: row.areaId }, body: { outline, replaces: kept.outlineId } })
    if (answer) onSaved(answer.warnings)
  }

  return (
    <>
      <ErrorSummary errors={errors} failure={failure} />
      <p>
        <Trans>
          在地图上依次点出各个拐点，最后点回第一个点（或按回车）就围好了。围好后可以拖动拐点，靠近邻居的拐点会自动对齐；右键删掉一个拐点。
        </Trans>
      </p>
      <div className="desk-buttons">
        <Button disabled={!canUndo} onClick={onUndo}>
          <Trans>撤销一步</Trans>
        </Button>
        <Button onClick={onAddPiece}>
          <Trans>再画一块</Trans>
        </Button>
        <Button onClick={() => write('')}>
          <Trans>全部擦掉</Trans>
        </Button>
      </div>
      <DeskField
        field="outline"
        label={<Trans>拐点</Trans>}
        hint={
          <Trans>
            不用鼠标也能画：每行一个拐点“经度,纬度”。几块之间空一行；里面挖掉的一块，第一行写“洞”。
          </Trans>
        }
        error={wrong}
        optional={false}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            className="outline-corners"
            rows={8}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </DeskField>
      <div className="desk-buttons">
        <Button type="primary" loading={sending} onClick={() => void save()}>
          <Trans>保存边界</Trans>
        </Button>
        <Button onClick={onLeave}>
          <Trans>不画了</Trans>
        </Button>
      </div>
    </>
  )
}

function sameAs(text: string, pieces: Pieces): boolean {
  const read = readCorners(text)
  return 'pieces' in read && cornersText(read.pieces) === cornersText(pieces)
}

function useWrongWords(): (read: ReturnType<typeof readCorners>, tried: boolean) => string | undefined {
  const { t } = useLingui()
  return (read, tried) => {
    if ('wrongLine' in read) {
      const line = read.wrongLine
      return t`第 ${line} 行不是“经度,纬度”，请改成 115.9012,28.6534 这样`
    }
    if (!tried) return undefined
    if (read.pieces.length === 0) return t`还没有画。请在地图上点出拐点，或在这里写上`
    if (read.pieces.some((rings) => rings.some((ring) => ring.length < 4))) return t`每一块至少要三个拐点`
    return undefined
  }
}
