import { Trans, useLingui } from '@lingui/react/macro'
import type { Words } from '@linli/contract'
import type { GridReach } from '@linli/contract/merchants/shapes'
import { useMemo } from 'react'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { toneOf } from '../../../kit/map/paint.ts'
import { onTwoLines } from '../../../kit/map/shapes.ts'
import { OutlineMap } from '../../places/desk/map/OutlineMap.tsx'
import { type Standing, standingOf, TONES, withStandings } from './gapTones.ts'

type GapsMapProps = {
  readonly grids: readonly GridReach[]
  readonly services: readonly { readonly key: string; readonly name: Words }[]
  /** The one service looked at; undefined: all of them. */
  readonly service: string | undefined
  readonly onService: (service: string | undefined) => void
  readonly selected: string | undefined
  readonly onSelect: (path: string | undefined) => void
}

/** No tone of its own: the fill of an outline of which nothing is told. */
const PLAIN = -1
const ORDER: readonly Standing[] = ['reached', 'partly', 'missing', 'unknown']

/** The grids on the map, by what is within a walk. What a tone means stands in each name and in the list below. */
export function GapsMap({ grids, services, service, onService, selected, onSelect }: GapsMapProps) {
  const { t } = useLingui()
  const say = useSay()
  const words = useNameWords()
  const legend = useLegendWords()
  const outlines = useRead('listOutlines', { query: { level: 'grid' } })
  const settings = useRead('getMapSettings', {})
  const items = outlines.data?.items
  const looked = useMemo(() => (key: string) => service === undefined || key === service, [service])
  const rows = useMemo(
    () =>
      items &&
      withStandings(
        items.map((row) => ({ ...row, name: onTwoLines(row.fullName) })),
        grids,
        looked,
        words,
      ),
    [items, grids, looked, words],
  )
  const nowhere = rows?.every(({ outline, position }) => outline === null && position === null)
  return (
    <Panel title={<Trans>地图</Trans>}>
      <SelectField
        field="service"
        label={<Trans>看哪种服务</Trans>}
        placeholder={t`所有服务`}
        clearable
        optional
        value={service}
        options={services.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChange={onService}
      />
      <ReadView read={outlines}>
        {() =>
          nowhere ? (
            <EmptyState title={<Trans>这些网格还没有画边界，也没有标位置</Trans>} />
          ) : (
            <OutlineMap
              settings={settings.data}
              rows={rows}
              isComing={!outlines.error}
              selected={selected}
              pieces={undefined}
              morePieces={0}
              point={undefined}
              onPress={(_, path) => onSelect(path === selected ? undefined : path)}
            />
          )
        }
      </ReadView>
      <p className="desk-hint">
        <Trans>按一下地图上的网格，下面就只列那一格，写明缺什么、为什么。</Trans>
      </p>
      <ul className="coverage-legend">
        {ORDER.map((standing) => {
          const tone = TONES[standing]
          const count = grids.filter((grid) => standingOf(grid, looked) === standing).length
          return (
            <li key={standing}>
              <span
                className="coverage-tone"
                style={{ background: toneOf(tone ?? PLAIN) }}
                aria-hidden="true"
              />
              <Trans>
                {legend(standing)}：{count} 个网格
              </Trans>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** What stands behind a grid's name on the map. */
function useNameWords(): (standing: Standing, missing: number) => string {
  const { t } = useLingui()
  return useMemo(
    () => (standing, missing) => {
      if (standing === 'unknown') return t`没标位置`
      return standing === 'reached' ? t`不缺` : t`缺 ${missing}`
    },
    [t],
  )
}

function useLegendWords(): (standing: Standing) => string {
  const { t } = useLingui()
  return (standing) => {
    if (standing === 'reached') return t`都走得到，不缺`
    if (standing === 'partly') return t`缺一部分`
    return standing === 'missing' ? t`一样也走不到` : t`没标位置，还不知道`
  }
}
