import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { DutySteps } from './DutySteps.tsx'
import type { Duty, Gate } from './gates.ts'

type GateCardProps = {
  readonly gate: Gate
  readonly onChange: (duty: Duty) => void
  readonly onConfirm: (duty: Duty) => void
  readonly onDone: () => void
  /** Left out where nobody can be put on: the roster is not in force, or the shift is over. */
  readonly onFill: (() => void) | undefined
}

/** One post in one shift: where it is, how many are missing, and who is on it with what the office may do. */
export function GateCard({ gate, onChange, onConfirm, onDone, onFill }: GateCardProps) {
  const { t } = useLingui()
  const { post, duties, missing, absent } = gate
  return (
    <li {...(missing > 0 ? { 'data-short': '' } : {})}>
      <p className="gate-name">
        <strong>{post.name}</strong>
        {missing > 0 && (
          <span className="gate-short">
            <Trans>缺 {missing} 人</Trans>
          </span>
        )}
        {absent > 0 && (
          <span className="gate-absent">
            <Trans>{absent} 人没签到</Trans>
          </span>
        )}
      </p>
      {post.place !== post.name && <p>{post.place}</p>}
      {duties.length > 0 && (
        <ul aria-label={t`${post.name}值班的人`}>
          {duties.map((duty) => (
            <li key={duty.id}>
              <Person duty={duty} />
              <DutySteps
                duty={duty}
                isMissed={absent > 0 && duty.signedInAt === null}
                onChange={() => onChange(duty)}
                onConfirm={() => onConfirm(duty)}
                onDone={onDone}
              />
            </li>
          ))}
        </ul>
      )}
      {missing > 0 && onFill && (
        <Button onClick={onFill} aria-label={t`给${post.name}补人`}>
          <Trans>补人</Trans>
        </Button>
      )}
    </li>
  )
}

function Person({ duty }: { readonly duty: Duty }) {
  const say = useSay()
  const { name, signedInAt, signedOutAt } = duty
  return (
    <p>
      {name}
      {signedInAt !== null && (
        <>
          {' '}
          <Trans>签到 {say(momentWords(signedInAt))}</Trans>
        </>
      )}
      {signedOutAt !== null && (
        <>
          {' '}
          <Trans>签退 {say(momentWords(signedOutAt))}</Trans>
        </>
      )}
    </p>
  )
}
