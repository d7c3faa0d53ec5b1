import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerEntry } from '@linli/contract/points/shapes'
import { ACCOUNT_KINDS, CORRECTION_REASONS, ENTRY_KINDS, ENTRY_PHASES } from '@linli/contract/points/words'
import { Button, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { StatusMark, type Tone } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { AreaName } from '../../places/desk/AreaName.tsx'
import type { LedgerFilters } from './ledgerFilters.ts'

const TONES: Readonly<Record<LedgerEntry['phase'], Tone>> = {
  pending: 'waiting',
  posted: 'done',
  voided: 'still',
}

/** The columns of the ledger; `correct` opens the correction of an entry, `narrow` shows one account only. */
export function useLedgerColumns(
  correct: (entry: LedgerEntry) => void,
  narrow: (filters: LedgerFilters) => void,
): TableColumnsType<LedgerEntry> {
  const { t } = useLingui()
  const say = useSay()
  const party = (side: LedgerEntry['giver']) => (
    <>
      <Button type="link" className="link-button" onClick={() => narrow({ account: side.account })}>
        {side.name ?? say(ACCOUNT_KINDS[side.kind])}
      </Button>
      <span className="row-small">
        <AreaName path={side.community} />
      </span>
    </>
  )
  return [
    { title: t`时间`, key: 'at', render: (_, { at }) => <time dateTime={at}>{say(momentWords(at))}</time> },
    {
      title: t`状态`,
      key: 'phase',
      render: (_, { phase }) => <StatusMark tone={TONES[phase]} word={say(ENTRY_PHASES[phase])} />,
    },
    {
      title: t`事由`,
      key: 'kind',
      render: (_, { kind, reason, correctedBy }) => (
        <>
          {say(ENTRY_KINDS[kind])}
          {reason && <span className="row-small">{say(CORRECTION_REASONS[reason])}</span>}
          {correctedBy && (
            <span className="row-small">
              <Trans>后来更正过</Trans>
            </span>
          )}
        </>
      ),
    },
    { title: t`分数`, key: 'amount', dataIndex: 'amount', align: 'right' },
    { title: t`从`, key: 'giver', render: (_, { giver }) => party(giver) },
    { title: t`到`, key: 'receiver', render: (_, { receiver }) => party(receiver) },
    {
      title: t`工单或兑换单`,
      key: 'order',
      render: (_, { order, redemption }) => (
        <>
          {order && <Link href={desk.order.url({ id: order.id })}>{order.number}</Link>}
          {order?.item && <span className="row-small">{say(order.item)}</span>}
          {redemption?.number}
          {redemption && <span className="row-small">{say(redemption.name)}</span>}
        </>
      ),
    },
    {
      title: t`更正`,
      key: 'correct',
      render: (_, entry) =>
        entry.mayCorrect && (
          <Button onClick={() => correct(entry)}>
            <Trans>更正</Trans>
          </Button>
        ),
    },
  ]
}
