import { Trans, useLingui } from '@lingui/react/macro'
import type { AnsweredPlace, QuestionTotals } from '@linli/contract/visits/answerShapes'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useRead } from '../../../kit/desk/index.ts'
import type { Ground } from '../../../kit/map/ground.ts'
import type { Drawn } from '../../../kit/map/shapes.ts'
import { type Sheet, sheetOn } from '../../../kit/map/sheet.ts'
import { visit as visitAt } from './addresses.ts'
import '../../../kit/map/map.css'
import './answers.css'

type AnswersMapProps = {
  readonly campaign: string
  readonly places: readonly AnsweredPlace[]
  readonly questions: readonly QuestionTotals[]
}

/**
 * Places that were answered, as numbered dots on a small map. The list beside it says the same: it is what is read, pressed
 * and reached by the keyboard, also while there is no ground.
 */
export default function AnswersMap({ campaign, places, questions }: AnswersMapProps) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const sheet = useRef<Sheet>(undefined)
  const ground = useRef<Ground>(undefined)
  const [isFailed, setFailed] = useState(false)
  const [isReady, setReady] = useState(false)
  const settings = useRead('getMapSettings', {}).data
  const rows = useMemo(() => places.map(dotOf), [places])

  useLayoutEffect(() => {
    if (!canvas.current) return
    const drawn = sheetOn(canvas.current, (view) => ground.current?.look(view))
    sheet.current = drawn
    return () => drawn.end()
  }, [])
  useLayoutEffect(() => sheet.current?.show(rows, undefined), [rows])
  useEffect(() => {
    const element = box.current
    if (!element || !settings) return
    let gone = false
    import('../../../kit/map/ground.ts')
      .then(({ openGround }) => {
        if (gone || !sheet.current) return
        ground.current = openGround(element, settings, sheet.current.view, sheet.current.look)
        setReady(true)
      })
      .catch(() => setFailed(true)) // told below: a browser without WebGL, or a file that did not come
    return () => {
      gone = true
      ground.current?.end()
      ground.current = undefined
    }
  }, [settings])

  const labelOf = (key: string) => questions.find((question) => question.key === key)?.label ?? ''
  return (
    <div className="answers-places">
      <div>
        {isFailed && (
          <p role="status">
            <Trans>这个浏览器打不开可以移动的地图，只画出位置；旁边的列表照样可以看。</Trans>
          </p>
        )}
        <section
          className="map answers-map"
          aria-label={t`答了地点的，在地图上`}
          data-ready={isReady || isFailed ? '' : undefined}
        >
          <div ref={box} className="map-ground" />
          <canvas ref={canvas} className="map-sheet" />
        </section>
      </div>
      <ol>
        {places.map(({ record, visit, question, name, door }) => (
          <li key={`${record} ${question}`}>
            <Link href={visitAt.url({ id: campaign, visit })}>{name ?? t`没有名字的地点`}</Link>
            <span>
              {labelOf(question)} · {door}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const dotOf = ({ record, question, longitude, latitude }: AnsweredPlace, at: number): Drawn => ({
  path: `${record} ${question}`,
  name: String(at + 1),
  outline: null,
  position: [longitude, latitude],
})
