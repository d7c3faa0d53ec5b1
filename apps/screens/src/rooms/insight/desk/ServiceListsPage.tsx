import { Trans, useLingui } from '@lingui/react/macro'
import type { ServiceLists } from '@linli/contract/insight/shapes'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ChoiceField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { PERIODS, type Period, periodFrom } from '../period.ts'
import { useAreaName } from '../useAreaName.ts'
import './figures.css'
import { ServiceListTable } from './ServiceListTable.tsx'

const listsUrl = (area: string, days: Period): string =>
  `${desk.serviceLists.url()}?${new URLSearchParams({ area, days: String(days) }).toString()}`

/** 需求、供给、服务三张清单 side by side, item by item, with the gap between them. No order and nobody's name. */
export default function ServiceListsPage() {
  const { t } = useLingui()
  const search = useSearch()
  const days = periodFrom(search)
  const area = new URLSearchParams(search).get('area') ?? undefined
  const read = useRead('getServiceLists', { query: { days, ...(area ? { area } : {}) } }, ['orders.'])
  return (
    <DeskPage
      title={t`三张清单`}
      lead={
        <Trans>需求、供给、服务放在一起看：哪样供不应求，哪样有人愿办却没人来点。人数不到三人的不写。</Trans>
      }
    >
      <ReadView read={read}>{(lists) => <Lists lists={lists} days={days} />}</ReadView>
    </DeskPage>
  )
}

type Show = 'all' | 'gaps'

function Lists({ lists, days }: { readonly lists: ServiceLists; readonly days: Period }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const nameOf = useAreaName()
  const [show, setShow] = useState<Show>('all')
  const { area, name, above, areas, items } = lists
  const rows = show === 'gaps' ? items.filter(({ gap }) => gap !== null) : items
  return (
    <>
      <div className="figures-choices">
        <SelectField
          field="area"
          label={<Trans>辖区</Trans>}
          value={area}
          options={[...above, { path: area, name }, ...areas].map((one) => ({
            value: one.path,
            label: nameOf(one),
          }))}
          onChange={(path) => go(listsUrl(path ?? area, days))}
        />
        <ChoiceField
          field="days"
          label={<Trans>期间</Trans>}
          value={String(days)}
          options={PERIODS.map((period) => ({ value: String(period), label: t`近 ${period} 天` }))}
          onChange={(chosen) => go(listsUrl(area, PERIODS.find((one) => String(one) === chosen) ?? days))}
        />
        <ChoiceField
          field="show"
          label={<Trans>看哪些</Trans>}
          value={show}
          options={[
            { value: 'all', label: t`全部事项` },
            { value: 'gaps', label: t`只看有缺口的` },
          ]}
          onChange={(chosen) => setShow(chosen === 'gaps' ? 'gaps' : 'all')}
        />
      </div>
      {lists.lists.map((list) => (
        <OneList key={list.key} list={list} rows={rows.filter((row) => row.list === list.key)} />
      ))}
      {rows.length === 0 && <EmptyState title={<Trans>没有缺口</Trans>} />}
    </>
  )
}

type OneListProps = {
  readonly list: ServiceLists['lists'][number]
  readonly rows: ServiceLists['items']
}

function OneList({ list, rows }: OneListProps) {
  const say = useSay()
  if (rows.length === 0) return null
  return (
    <Panel title={say(list.name)}>
      <ServiceListTable label={say(list.name)} rows={rows} />
    </Panel>
  )
}
