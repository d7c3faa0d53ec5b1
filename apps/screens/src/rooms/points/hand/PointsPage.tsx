import { Trans, useLingui } from '@lingui/react/macro'
import type { MyEntry } from '@linli/contract/points/shapes'
import { CORRECTION_REASONS, ENTRY_KINDS, ENTRY_PHASES } from '@linli/contract/points/words'
import {
  Button,
  Card,
  CardLink,
  Empty,
  ErrorSummary,
  Facts,
  Notice,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { useMyEntries, useMyPoints } from '../queries.ts'
import { redemptions, shelf } from './addresses.ts'

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
      {({ optedIn, balance, pending, held }) => (
        <>
          <Card>
            <Facts
              facts={[
                [
                  <Trans key="balance">可用</Trans>,
                  <strong key="value" className="text-[2rem] leading-tight tabular-nums">
                    {balance - held}
                  </strong>,
                ],
                [<Trans key="pending">待入账</Trans>, pending],
                ...(held > 0 ? [[<Trans key="held">为兑换留着</Trans>, held] as const] : []),
              ]}
            />
            {pending > 0 && (
              <p>
                <Trans>待入账的分，等这一单回访结案以后到账。</Trans>
              </p>
            )}
          </Card>
          <CardLink href={shelf.url()} title={<Trans>兑换货架</Trans>}>
            <Trans>看看积分能换什么</Trans>
          </CardLink>
          <CardLink href={redemptions.url()} title={<Trans>我的兑换</Trans>}>
            <Trans>领取码和换过的东西</Trans>
          </CardLink>
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
  const step = useStep(entry)
  const { amount, order, redemption, reason, at } = entry
  const about = order?.item ?? redemption?.name
  const number = order?.number ?? redemption?.number
  return (
    <Card title={`${amount > 0 ? '+' : ''}${amount}`}>
      <p>
        {step}
        {about && ` · ${say(about)}`}
      </p>
      {reason && <p>{say(CORRECTION_REASONS[reason])}</p>}
      <p className="sentence">
        {say(momentWords(at, now))}
        {number && ` · ${number}`}
      </p>
    </Card>
  )
}

/** What an entry did; a redemption holds points first and spends them when it is collected. */
function useStep({ phase, kind }: MyEntry): string {
  const { t } = useLingui()
  const say = useSay()
  if (kind !== 'redeem') return `${say(ENTRY_PHASES[phase])} · ${say(ENTRY_KINDS[kind])}`
  return { pending: t`兑换，先留着`, posted: t`兑换，已经领到`, voided: t`没有领，这些分没有动` }[phase]
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
