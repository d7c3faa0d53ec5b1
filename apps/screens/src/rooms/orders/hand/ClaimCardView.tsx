import { Trans, useLingui } from '@lingui/react/macro'
import type { ClaimCard } from '@linli/contract/orders/shapes'
import { URGENCIES } from '@linli/contract/orders/words'
import { Button, Card, StatusMark } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useNow } from '../../../kit/useNow.ts'
import { dueWords } from './words.ts'

export type ClaimCardProps = {
  readonly card: ClaimCard
  readonly mayClaim: boolean
  readonly busy: boolean
  readonly onClaim: () => void
}

/** One offered order without anything personal, and 我去. */
export function ClaimCardView({ card, mayClaim, busy, onClaim }: ClaimCardProps) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const { title, urgency, place, homeEntry, points, due } = card
  return (
    <Card title={title}>
      {urgency !== 'ordinary' && (
        <StatusMark tone={urgency === 'emergency' ? 'late' : 'waiting'} word={say(URGENCIES[urgency])} />
      )}
      <p>{place}</p>
      {due && <p className="sentence">{say(dueWords(due, now))}</p>}
      {homeEntry && (
        <p>
          <Trans>要进家门</Trans>
        </p>
      )}
      {points > 0 && (
        <p>
          <Trans>办好可得 {points} 分</Trans>
        </p>
      )}
      {mayClaim && (
        <Button wide busy={busy} busyWord={t`正在接单…`} onPress={onClaim}>
          <Trans>我去</Trans>
        </Button>
      )}
    </Card>
  )
}
