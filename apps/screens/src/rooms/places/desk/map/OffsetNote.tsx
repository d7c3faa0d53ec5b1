import { Trans, useLingui } from '@lingui/react/macro'
import type { MapSettings } from '@linli/contract/places/boundaryShapes'

/** Why one asks which coordinates a file has, in plain words, with the figure of this place where it is known. */
export function OffsetNote({ offset }: Pick<MapSettings, 'offset'>) {
  const whereto = useCompass()(offset?.bearing ?? 0)
  const metres = offset?.metres ?? 0
  return (
    <p className="desk-hint">
      <Trans>
        本系统一律用 WGS84 坐标，和 GPS、天地图一致。高德、腾讯地图用的是加过偏移的 GCJ-02，百度又偏了一次。
      </Trans>{' '}
      {offset ? (
        <Trans>
          在这里，同一个地点在高德上要往{whereto}偏约 {metres} 米：坐标系选错，整张网格就会错开这么远。
        </Trans>
      ) : (
        <Trans>坐标系选错，整张网格会错开几百米。</Trans>
      )}
    </p>
  )
}

const EIGHTH = 45

function useCompass(): (bearing: number) => string {
  const { t } = useLingui()
  const names = [t`北`, t`东北`, t`东`, t`东南`, t`南`, t`西南`, t`西`, t`西北`]
  return (bearing) => names[Math.round(bearing / EIGHTH) % names.length] ?? ''
}
