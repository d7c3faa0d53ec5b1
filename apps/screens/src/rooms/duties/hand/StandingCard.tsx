import { Trans } from '@lingui/react/macro'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, Card, ErrorSummary } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Standing = Answer<'myDuties'>['standing'][number]

/** 每个月都可以排我: said once, taken back by one press at any time. */
export function StandingCard({
  standing,
  onChanged,
}: {
  readonly standing: Standing
  readonly onChanged: () => void
}) {
  const { send, sending, failure } = useCommand('endStanding')
  async function end() {
    if (await send({ params: { id: standing.id } })) onChanged()
  }
  return (
    <Card title={standing.title}>
      <p>
        <Trans>您说过每个月都可以排您。每次排好前都会先告诉您，当月来不了还可以说。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <Button look="second" wide busy={sending} onPress={() => void end()}>
        <Trans>以后先问我再排</Trans>
      </Button>
    </Card>
  )
}
