import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearchParams } from 'wouter'
import { DeskPage, ErrorState, Loading, useRead } from '../../../kit/desk/index.ts'
import { desk } from '../../../kit/routes.ts'
import { AreaHere } from './AreaHere.tsx'
import { ChildAreas } from './ChildAreas.tsx'
import { Households } from './Households.tsx'
import { placeUrl } from './placeUrl.ts'

const PATH = /^\/([a-z0-9]{1,12}\/){1,8}$/

/** The tree of areas, one level at a time: where one stands, what lies below, and the homes in it. */
export default function PlacesPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const asked = search.get('at') ?? ''
  const at = PATH.test(asked) ? asked : undefined
  const here = useRead('getArea', at === undefined ? undefined : { query: { path: at } })
  const below = useRead('listAreas', { query: at === undefined ? {} : { parent: at } })
  const failed = here.error ?? below.error

  return (
    <DeskPage
      title={here.data?.fullName ?? t`区域和住户`}
      {...(at === undefined
        ? {}
        : { back: { href: placeUrl(here.data?.parentPath), label: <Trans>上一级</Trans> } })}
      actions={
        <Link href={desk.register.url()}>
          <Trans>从表格导入</Trans>
        </Link>
      }
    >
      {here.data && (
        <AreaHere area={here.data} onChanged={() => void Promise.all([here.refetch(), below.refetch()])} />
      )}
      {failed && (
        <ErrorState error={failed} onRetry={() => void Promise.all([here.refetch(), below.refetch()])} />
      )}
      {below.data ? <ChildAreas areas={below.data.items} /> : !failed && <Loading />}
      {at !== undefined && <Households path={at} />}
    </DeskPage>
  )
}
