import { Trans, useLingui } from '@lingui/react/macro'
import type { MyEntry } from '@linli/contract/points/shapes'
import { CORRECTION_REASONS, ENTRY_KINDS, ENTRY_PHASES } from '@linli/contract/points/words'
import { Button, Card, Empty, ErrorSummary, Facts, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { useMyEntries, useMyPoints } from '../queries.ts'

/** One's own points: what may be spent, what is still to come, and where each point comes from. */
export default function PointsPage() {
  const { t } = useLingui()
  const word = usePlaceWords()
  return (
    <Page
      title={word('brand.points', t`我的积分`)}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>帮了忙记积分，只加不扣。参加不参加都由您定。</Trans>}
    >
      <SignedIn>{() => <Points />}</SignedIn>
    </Page>
  )
}

function Points() {
  const query = useMyPoints()
  return (
    <QueryView query={query} rows={2}>
      {({ optedIn, balance, pending }) => (
        <>
          <Card>
            <Facts
              facts={[
                [
                  <Trans key="balance">可用</Trans>,
                  <strong key="value" className="text-[2rem] leading-tight tabular-nums">
                    {balance}
                  </strong>,
                ],
                [<Trans key="pending">待入账</Trans>, pending],
              ]}
            />
            {pending > 0 && (
              <p>
                <Trans>待入账的分，等这一单回访结案以后到账。</Trans>
              </p>
            )}
          </Card>
          <TakingPart optedIn={optedIn} onChanged={query.retry} />
          <h2>
            <Trans>明细</Trans>
          </h2>
          <MoreList
            usePage={useMyEntries}
            keyOf={({ id, phase }) => `${id} ${phase}`}
            row={(entry) => <Entry entry={entry} />}
            empty={<Empty title={<Trans>还没有积分记录</Trans>} />}
          />
        </>
      )}
    </QueryView>
  )
}

function Entry({ entry }: { readonly entry: MyEntry }) {
  const say = useSay()
  const now = useNow()
  const { amount, kind, phase, order, reason, at } = entry
  return (
    <Card title={`${amount > 0 ? '+' : ''}${amount}`}>
      <p>
        {say(ENTRY_PHASES[phase])} · {say(ENTRY_KINDS[kind])}
        {order?.item && ` · ${say(order.item)}`}
      </p>
      {reason && <p>{say(CORRECTION_REASONS[reason])}</p>}
      <p className="sentence">
        {say(momentWords(at, now))}
        {order && ` · ${order.number}`}
      </p>
    </Card>
  )
}

type TakingPartProps = { readonly optedIn: boolean; readonly onChanged: () => Promise<void> }

function TakingPart({ optedIn, onChanged }: TakingPartProps) {
  const { t } = useLingui()
  const joining = useCommand('optInToPoints')
  const leaving = useCommand('optOutOfPoints')
  const change = async (command: typeof joining | typeof leaving) => {
    if (await command.send({})) await onChanged()
  }
  return (
    <>
      <ErrorSummary failure={joining.failure ?? leaving.failure} />
      {optedIn ? (
        <>
          <Notice tone="good" title={<Trans>您已参加积分</Trans>} />
          <Button
            look="quiet"
            busy={leaving.sending}
            busyWord={t`正在办…`}
            onPress={() => void change(leaving)}
          >
            <Trans>以后不再记积分</Trans>
          </Button>
        </>
      ) : (
        <Button wide busy={joining.sending} busyWord={t`正在办…`} onPress={() => void change(joining)}>
          <Trans>参加积分</Trans>
        </Button>
      )}
    </>
  )
}
