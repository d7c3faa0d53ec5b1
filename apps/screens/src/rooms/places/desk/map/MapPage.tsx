import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation, useSearchParams } from 'wouter'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { AreaPick } from '../../../people/desk/AreaPick.tsx'
import { importOutlines, outlineMap } from '../addresses.ts'
import { placeUrl } from '../placeUrl.ts'
import { useDutyAt } from '../useDutyAt.ts'
import { MapDesk } from './MapDesk.tsx'

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
  // What is put where it stands lies just below.
  const asksFor = search.get('level') ?? (search.get('place') ? below[0]?.key : undefined)
  const level = below.find(({ key }) => key === asksFor)?.key
  const outlines = useRead(
    'listOutlines',
    (search.get('level') || search.get('place')) && !(place.data && here.data)
      ? undefined
      : { query: { parent: at, ...(level ? { level } : {}) } },
  )
  const shown = level ?? outlines.data?.items[0]?.level ?? below[0]?.key
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
          value={shown}
          options={below.map(({ key, name }) => ({ value: key, label: say(name) }))}
          onChange={(key) => go(`${outlineMap.url()}?at=${encodeURIComponent(at)}&level=${key ?? ''}`)}
        />
      )}
      <MapDesk
        key={`${at} ${search.get('level') ?? ''} ${search.get('place') ?? ''}`}
        isWide={shown !== below[0]?.key}
        around={here.data}
        isGrids={shown === 'grid'}
        settings={settings.data}
        read={outlines}
        mayDraw={mayDraw}
        placing={search.get('place') ?? undefined}
      />
    </DeskPage>
  )
}
