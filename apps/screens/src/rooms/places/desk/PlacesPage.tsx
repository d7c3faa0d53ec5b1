import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation, useSearchParams } from 'wouter'
import { DeskPage, ErrorState, Loading, useRead } from '../../../kit/desk/index.ts'
import { desk } from '../../../kit/routes.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { pairingsUrl } from '../../people/desk/addresses.ts'
import { Aliases } from './Aliases.tsx'
import { AreaHere } from './AreaHere.tsx'
import { outlineMap, redraws, units } from './addresses.ts'
import { ChildAreas } from './ChildAreas.tsx'
import { Crumbs } from './Crumbs.tsx'
import { Households } from './Households.tsx'
import { OfficesHere } from './offices/OfficesHere.tsx'
import { placeUrl } from './placeUrl.ts'
import { useDutyAt } from './useDutyAt.ts'

const PATH = /^\/([a-z0-9]{1,12}\/){0,8}$/

/** The tree of areas, one level at a time: where one stands, what lies below, and the homes in it. */
export default function PlacesPage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const asked = search.get('at') ?? ''
  const at = PATH.test(asked) ? asked : '/'
  const isTop = at === '/'
  const here = useRead('getArea', { query: { path: at } })
  const below = useRead('listAreas', { query: { parent: at } })
  const mayLookBack = useDutyAt(at, 'regionAdmin', 'auditor')
  const mayArrange = useDutyAt(at, 'regionAdmin', 'dispatcher', 'leader')
  const failed = here.error ?? below.error

  return (
    <DeskPage
      title={isTop ? t`区域和住户` : (here.data?.fullName ?? t`区域和住户`)}
      {...(isTop ? {} : { back: { href: placeUrl(here.data?.parentPath), label: <Trans>上一级</Trans> } })}
      actions={
        <>
          <Link href={isTop ? outlineMap.url() : `${outlineMap.url()}?at=${encodeURIComponent(at)}`}>
            <Trans>网格地图</Trans>
          </Link>
          {mayLookBack && (
            <Link href={redraws.url()}>
              <Trans>历次网格调整</Trans>
            </Link>
          )}
          {mayArrange && (
            <Link href={pairingsUrl(at)}>
              <Trans>结对</Trans>
            </Link>
          )}
          <Link href={units.url()}>
            <Trans>部门和单位</Trans>
          </Link>
          <Link href={desk.register.url()}>
            <Trans>从表格导入</Trans>
          </Link>
        </>
      }
    >
      {!isTop && <Crumbs path={at} />}
      <AreaPick
        field="find"
        label={<Trans>找一个地点</Trans>}
        path={undefined}
        onPick={(path) => path && go(placeUrl(path))}
      />
      {here.data && (
        <AreaHere
          key={at}
          area={here.data}
          onChanged={() => void Promise.all([here.refetch(), below.refetch()])}
        />
      )}
      {here.data && !isTop && <Aliases key={`${at} names`} area={here.data} />}
      {failed && (
        <ErrorState error={failed} onRetry={() => void Promise.all([here.refetch(), below.refetch()])} />
      )}
      {below.data ? <ChildAreas areas={below.data.items} /> : !failed && <Loading />}
      {!isTop && <OfficesHere key={`offices ${at}`} path={at} />}
      <Households path={at} />
    </DeskPage>
  )
}
