import { Trans, useLingui } from '@lingui/react/macro'
import type { Position } from '@linli/contract/places/boundaryShapes'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { InputField } from '../../../../kit/desk/fields.tsx'
import { Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { PostsOn } from '../offices/PostsOn.tsx'
import { placeUrl } from '../placeUrl.ts'
import { useDutyAt } from '../useDutyAt.ts'
import { positionOf, positionText } from './corners.ts'

type PointHereProps = {
  readonly point: Position | undefined
  readonly onPoint: (point: Position) => void
}

/** A point of the map, pressed or written: which grid it lies in, and who holds the posts there. */
export function PointHere({ point, onPoint }: PointHereProps) {
  return (
    <Panel title={<Trans>这个点在哪个网格</Trans>}>
      <PositionField field="point" point={point} onPoint={onPoint} />
      {point && <AreaAt key={positionText(point)} point={point} />}
    </Panel>
  )
}

type PositionFieldProps = PointHereProps & { readonly field: string }

/** A position by the keyboard; what was pressed on the map stands in it too. */
function PositionField({ field, point, onPoint }: PositionFieldProps) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [seen, setSeen] = useState(point)
  const [tried, setTried] = useState(false)
  if (point !== seen) {
    setSeen(point)
    setTried(false)
    if (point) setText(positionText(point))
  }
  function take() {
    const written = positionOf(text)
    setTried(!written)
    if (written) onPoint(written)
  }
  return (
    <>
      <InputField
        field={field}
        label={<Trans>位置</Trans>}
        hint={<Trans>在地图上点一下；不用鼠标就写“经度,纬度”（WGS84）。</Trans>}
        error={tried ? t`请写成 115.9012,28.6534 这样` : undefined}
        value={text}
        onChange={setText}
        onPressEnter={take}
      />
      <div className="desk-buttons">
        <Button onClick={take}>
          <Trans>看这个位置</Trans>
        </Button>
      </div>
    </>
  )
}

function AreaAt({ point: [longitude, latitude] }: { readonly point: Position }) {
  const say = useSay()
  const read = useRead('areaAtPoint', { query: { longitude, latitude } })
  return (
    <ReadView read={read}>
      {({ area }) =>
        area ? (
          <>
            <p role="status">
              <Trans>
                在 <Link href={placeUrl(area.path)}>{area.fullName}</Link>（{say(area.levelName)}）
              </Trans>
            </p>
            <PostsThere path={area.path} />
          </>
        ) : (
          <p role="status">
            <Trans>这个位置不在任何已画的边界里。</Trans>
          </p>
        )
      }
    </ReadView>
  )
}

function PostsThere({ path }: { readonly path: string }) {
  const mayReadPosts = useDutyAt(path, 'regionAdmin', 'intake', 'dispatcher', 'auditor')
  return mayReadPosts ? <PostsOn path={path} on="" above /> : null
}
