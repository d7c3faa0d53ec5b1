import { Trans } from '@lingui/react/macro'
import { newKey } from '../../../kit/api.ts'
import { Button, Card, ErrorSummary } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'

/** 1+X: what the community put on its own menu, to take up and to give back. */
export function MenuCard() {
  const { data, retry } = useQuery('myMenu', {}, ['partners.'])
  const taking = useCommand('takeMenuItem')
  const leaving = useCommand('leaveMenuItem')
  if (!data || data.items.length === 0) return null
  async function take(id: string) {
    if (await taking.send({ params: { id }, body: { id: newKey() } })) void retry()
  }
  async function leave(id: string) {
    if (await leaving.send({ params: { id } })) void retry()
  }
  return (
    <Card title={<Trans>社区请大家认领的</Trans>}>
      <ErrorSummary failure={taking.failure ?? leaving.failure} />
      <ul>
        {data.items.map(({ id, name, about, untilOn, takeId }) => (
          <li key={id} className="stack">
            <p>
              <strong>{name}</strong> {about}
              {untilOn && (
                <>
                  {' · '}
                  <Trans>到 {untilOn}</Trans>
                </>
              )}
            </p>
            {takeId === null ? (
              <Button look="second" busy={taking.sending} onPress={() => void take(id)}>
                <Trans>认领</Trans>
              </Button>
            ) : (
              <>
                <p role="status">
                  <Trans>您已认领</Trans>
                </p>
                <Button look="second" busy={leaving.sending} onPress={() => void leave(takeId)}>
                  <Trans>退回</Trans>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
