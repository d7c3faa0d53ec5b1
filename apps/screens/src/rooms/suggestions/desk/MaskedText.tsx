import { Trans, useLingui } from '@lingui/react/macro'
import { PERSONAL_KINDS } from '@linli/contract/suggestions/words'
import { ErrorState, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import './suggestions.css'

const MOST_LETTERS = 4000

/** A text with personal data masked, to begin from; what is left to look at is named. Only who publishes is offered it. */
export function MaskedText({ orderId, text }: { readonly orderId: string; readonly text: string }) {
  const { t } = useLingui()
  const say = useSay()
  const mayPublish = useHolds('publisher')
  const { data, error, refetch } = useRead(
    'maskWords',
    mayPublish && text.trim() !== '' ? { body: { orderId, text: text.slice(0, MOST_LETTERS) } } : undefined,
  )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const found = data.found.map(({ kind, count }) => `${say(PERSONAL_KINDS[kind])} ${count}`).join(t`、`)
  const people = data.people.map(({ said }) => said).join(t`、`)
  return (
    <div className="suggested-part">
      {found !== '' && (
        <>
          <h4>
            <Trans>隐去个人信息以后</Trans>
          </h4>
          <p className="masked-words">{data.text}</p>
        </>
      )}
      <p className="suggested-why">
        {found === '' ? <Trans>没有找到号码、门牌和当事人的姓名。</Trans> : <Trans>隐去了：{found}。</Trans>}
        {people !== '' && <Trans>还像是在说人，请看：{people}。</Trans>}
        <Trans>没认出来的也可能有，请通读一遍再用。</Trans>
      </p>
    </div>
  )
}
