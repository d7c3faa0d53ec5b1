import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerList } from '@linli/contract/ledgers/shapes'
import { Link } from 'wouter'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { ledger, retired } from './addresses.ts'
import { MyExports } from './MyExports.tsx'
import './ledgers.css'

/** 台账: every ledger that opens to this person. Nobody writes them; they fill themselves. */
export default function LedgersPage() {
  const { t } = useLingui()
  const read = useRead('listLedgers', {})
  const maySeeRetired = useHolds('regionAdmin', 'dispatcher', 'auditor')
  return (
    <DeskPage
      title={t`台账`}
      lead={<Trans>办事的时候已经记下了，不用再填。要报表就在这里筛选、导出、打印。</Trans>}
      actions={
        maySeeRetired && (
          <Link href={retired.url()}>
            <Trans>减下来的纸质台账</Trans>
          </Link>
        )
      }
    >
      <ReadView read={read}>{(list) => <Lists list={list} />}</ReadView>
      <MyExports />
    </DeskPage>
  )
}

function Lists({ list: { items, sets } }: { readonly list: LedgerList }) {
  const say = useSay()
  if (items.length === 0) return <EmptyState title={<Trans>您的岗位没有要看的台账</Trans>} />
  return (
    <>
      {sets
        .filter(({ parts }) => parts.length > 0)
        .map(({ key, name, parts }) => (
          <Panel key={key} title={say(name)}>
            <ul className="ledger-list">
              {parts.map((part) => (
                <li key={say(part.name)}>
                  <Link href={withFilters(part.ledger, part.only)}>{say(part.name)}</Link>
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      <Panel title={<Trans>全部台账</Trans>}>
        <ul className="ledger-list">
          {items.map(({ key, name, about }) => (
            <li key={key}>
              <Link href={ledger.url({ ledger: key })}>{say(name)}</Link>
              <span className="row-small">{say(about)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

const withFilters = (key: string, only: readonly string[]): string => {
  const search = new URLSearchParams(only.map((one) => ['only', one]))
  return `${ledger.url({ ledger: key })}${only.length > 0 ? `?${search}` : ''}`
}
