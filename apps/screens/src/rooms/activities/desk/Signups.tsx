import { Trans, useLingui } from '@lingui/react/macro'
import type { DeskActivityView, SignupView } from '@linli/contract/activities/shapes'
import { SIGNUP_PARTS, SIGNUP_STATES } from '@linli/contract/activities/words'
import { Button, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { EmptyState, ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type SignupsProps = { readonly activity: DeskActivityView; readonly onDone: (words: ReactNode) => void }

/** Who comes and who helps, by turn; names and numbers masked. Who did not come is kept nowhere. */
export function Signups({ activity, onDone }: SignupsProps) {
  const { t } = useLingui()
  const [ending, setEnding] = useState<SignupView>()
  const arrive = useCommand('checkInSignup')
  async function checkIn({ id }: SignupView) {
    if (await arrive.send({ params: { id } })) onDone(<Trans>已签到。</Trans>)
  }
  const isNow =
    activity.state === 'published' &&
    Date.parse(activity.startsAt) - 3_600_000 <= Date.now() &&
    Date.parse(activity.endsAt) + 3_600_000 > Date.now()
  const columns = useColumns(isNow ? (one) => void checkIn(one) : undefined, setEnding)
  const { signups } = activity
  return (
    <Panel title={<Trans>报名的人</Trans>}>
      <ErrorSummary failure={arrive.failure} />
      {signups.length === 0 ? (
        <EmptyState title={<Trans>还没有人报名</Trans>} />
      ) : (
        <WideTable<SignupView>
          aria-label={t`报名的人`}
          columns={columns}
          dataSource={[...signups]}
          rowKey={({ id }) => id}
        />
      )}
      {ending && (
        <CancelDialog
          signup={ending}
          onClose={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined)
            onDone(<Trans>已取消，已经发通知给对方；有候补的自动补上。</Trans>)
          }}
        />
      )}
    </Panel>
  )
}

function useColumns(
  checkIn: ((signup: SignupView) => void) | undefined,
  cancel: (signup: SignupView) => void,
): TableColumnsType<SignupView> {
  const { t } = useLingui()
  const say = useSay()
  const ways = { self: '', household: t`家人报的`, staff: t`代报` }
  return [
    {
      title: t`谁`,
      key: 'who',
      render: (_, { name, phone, how }) => (
        <>
          {name || '—'}
          <span className="row-small">
            {phone} {ways[how]}
          </span>
        </>
      ),
    },
    { title: t`来做什么`, key: 'part', render: (_, { part }) => say(SIGNUP_PARTS[part]) },
    {
      title: t`状态`,
      key: 'state',
      render: (_, { state, before, arrived }) => {
        if (arrived) return t`已签到`
        return before === null ? say(SIGNUP_STATES[state]) : t`候补，前面 ${before} 人`
      },
    },
    {
      title: t`办理`,
      key: 'acts',
      render: (_, signup) => (
        <>
          {checkIn && signup.state === 'signedUp' && !signup.arrived && (
            <Button onClick={() => checkIn(signup)}>
              <Trans>签到</Trans>
            </Button>
          )}
          {signup.mayCancel && (
            <Button onClick={() => cancel(signup)}>
              <Trans>取消</Trans>
            </Button>
          )}
        </>
      ),
    },
  ]
}

type CancelDialogProps = {
  readonly signup: SignupView
  readonly onClose: () => void
  readonly onDone: () => void
}

function CancelDialog({ signup, onClose, onDone }: CancelDialogProps) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('cancelSignup')
  async function cancel() {
    if (await send({ params: { id: signup.id } })) onDone()
  }
  return (
    <FormDialog
      title={t`取消报名`}
      ok={t`取消报名`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void cancel()}
      onClose={onClose}
    >
      <p>
        <Trans>系统马上通知对方，名额让给候补的人。</Trans>
      </p>
    </FormDialog>
  )
}
