import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Panel, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { AreaNameDialog } from './AreaNameDialog.tsx'
import { codeSheet, gridPlansUrl, redrawUrl } from './addresses.ts'
import { CloseAreaDialog } from './CloseAreaDialog.tsx'
import { placeUrl } from './placeUrl.ts'
import { useDutyAt } from './useDutyAt.ts'

type AreaHereProps = { readonly area: Answer<'getArea'>; readonly onChanged: () => void }

/** What can be done with the area one stands in. Codes never change; an area that ends is closed, not deleted. */
export function AreaHere({ area, onChanged }: AreaHereProps) {
  const say = useSay()
  const [, go] = useLocation()
  // The place itself is founded, not opened; its name is its setting.
  const isTop = area.parentPath === null
  const place = useRead('getPlace', {})
  // Until the levels are known nothing is offered that may not be there.
  const mayOpenBelow = place.data !== undefined && place.data.levels.at(-1)?.key !== area.level
  const levels = place.data?.levels.map(({ key }) => key) ?? []
  const isCommunity = area.level === 'community'
  // A community's areas are redrawn from its own page or from one of them.
  const mayRedraw =
    isCommunity || (area.level !== 'region' && levels.indexOf(area.level) === levels.indexOf('community') + 1)
  const isAdmin = useDutyAt(area.path, 'regionAdmin')
  const maySeeCodes = useDutyAt(area.path, 'regionAdmin', 'gridWorker')
  const [doing, setDoing] = useState<'open' | 'rename' | 'close'>()
  const [done, setDone] = useState<string>()
  const name = area.name
  const level = say(area.levelName)

  function finish(saved: string) {
    setDoing(undefined)
    setDone(saved)
    onChanged()
  }

  /** The closed area is no more: what is left to see is the one above it. */
  function leave() {
    go(placeUrl(area.parentPath))
  }

  return (
    <Panel
      title={
        <Trans>
          {name}（{level}）
        </Trans>
      }
    >
      <div className="desk-buttons">
        {isAdmin && (
          <>
            {mayOpenBelow && (
              <Button onClick={() => setDoing('open')}>
                <Trans>在下面新设一个</Trans>
              </Button>
            )}
            {!isTop && (
              <>
                <Button onClick={() => setDoing('rename')}>
                  <Trans>改名</Trans>
                </Button>
                <Button danger onClick={() => setDoing('close')}>
                  <Trans>撤销</Trans>
                </Button>
              </>
            )}
          </>
        )}
        {isAdmin && mayRedraw && (
          <Link
            href={redrawUrl(
              isCommunity ? area.path : (area.parentPath ?? '/'),
              isCommunity ? undefined : area.path,
            )}
          >
            <Trans>调整网格</Trans>
          </Link>
        )}
        {isAdmin && isCommunity && (
          <Link href={gridPlansUrl(area.path)}>
            <Trans>网格规划</Trans>
          </Link>
        )}
        {maySeeCodes && !isTop && (
          <Link href={codeSheet.url({ id: area.id })}>
            <Trans>打印楼门二维码</Trans>
          </Link>
        )}
      </div>
      <Saved>{done && <Trans>已保存：{done}</Trans>}</Saved>
      {(doing === 'open' || doing === 'rename') && (
        <AreaNameDialog
          area={area}
          opening={doing === 'open'}
          onClose={() => setDoing(undefined)}
          onSaved={finish}
        />
      )}
      {doing === 'close' && (
        <CloseAreaDialog area={area} onClose={() => setDoing(undefined)} onClosed={leave} />
      )}
    </Panel>
  )
}
