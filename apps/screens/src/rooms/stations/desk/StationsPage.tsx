import { Trans, useLingui } from '@lingui/react/macro'
import type { StationCard } from '@linli/contract/stations/shapes'
import { STATION_KINDS } from '@linli/contract/stations/words'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { station as stationPage } from './addresses.ts'
import { openWords } from './openWords.ts'
import { StationDialog } from './StationDialog.tsx'

/** 驿站: every station of the place, as residents see them, and the way to a new one. */
export default function StationsPage() {
  const { t } = useLingui()
  const read = useRead('listStations', { query: {} })
  const mayAdd = useHolds('regionAdmin')
  const columns = useColumns()
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState(false)
  return (
    <DeskPage
      title={t`驿站`}
      lead={<Trans>居民不登录也能看到：在哪里、几点开、怎么走、能约什么。</Trans>}
      actions={
        mayAdd && (
          <Button type="primary" onClick={() => setAdding(true)}>
            <Trans>登记驿站</Trans>
          </Button>
        )
      }
    >
      <Saved>{added && <Trans>已登记，居民现在就能看到。</Trans>}</Saved>
      <ReadView read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>还没有登记驿站</Trans>} />
          ) : (
            <WideTable<StationCard>
              aria-label={t`驿站`}
              columns={columns}
              dataSource={[...items]}
              rowKey={({ slug }) => slug}
            />
          )
        }
      </ReadView>
      {adding && (
        <StationDialog
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false)
            setAdded(true)
            void read.refetch()
          }}
        />
      )}
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<StationCard> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`名称`,
      key: 'name',
      render: (_, { slug, name, kind }) => (
        <>
          <Link href={stationPage.url({ slug })}>{name}</Link>
          <span className="row-small">{say(STATION_KINDS[kind])}</span>
        </>
      ),
    },
    {
      title: t`在哪里`,
      key: 'where',
      render: (_, { area, address }) => (
        <span className="row-words">
          {address}
          <span className="row-small">{area}</span>
        </span>
      ),
    },
    { title: t`现在`, key: 'open', render: (_, { open }) => say(openWords(open)) },
    {
      title: t`无障碍`,
      key: 'stepFree',
      render: (_, { stepFree }) => (stepFree ? t`轮椅进得去` : t`有台阶`),
    },
  ]
}
