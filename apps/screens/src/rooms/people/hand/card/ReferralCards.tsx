import { Trans, useLingui } from '@lingui/react/macro'
import { REFERRAL_GROUNDS, REFERRAL_KINDS, REFERRAL_PLACES } from '@linli/contract/cards/words'
import type { Answer } from '../../../../kit/endpoints.ts'
import { Card, StatusMark } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'

type Referral = Answer<'openTags'>['referrals'][number]

/** To whom somebody was led, when, and whether it is done; nothing of health beyond that is kept. */
export function ReferralCards({ referrals }: { readonly referrals: readonly Referral[] }) {
  const { t } = useLingui()
  const say = useSay()
  if (referrals.length === 0) return null
  return (
    <Card title={<Trans>转介和交接</Trans>}>
      <p>
        <Trans>只记转给谁、什么时候、办完没有，不记病情。</Trans>
      </p>
      <ul>
        {referrals.map((one) => (
          <li key={one.id}>
            <strong>{say(momentWords(one.at))}</strong>
            <br />
            {one.personName}：{say(REFERRAL_KINDS[one.kind])}，{say(REFERRAL_PLACES[one.to])}（
            {say(REFERRAL_GROUNDS[one.ground])}）
            <br />
            {one.doneAt ? (
              <StatusMark tone="done" word={t`办完了`} />
            ) : (
              <StatusMark tone="waiting" word={t`正在办`} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
