import { Trans } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { KINDS } from '@linli/contract/orders/words'
import type { ReactNode } from 'react'
import { Facts, Figure } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useNow } from '../../../kit/useNow.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { Photos, VoiceNote } from './Photos.tsx'

/** What was said, where, and by whom as far as this reader may know. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  const say = useSay()
  const word = usePlaceWords()
  const now = useNow()
  const { number, detail, kind, place, address, contactName, contactPhone, placedAt, voice, photos } = order
  const facts: (readonly [ReactNode, ReactNode])[] = [
    [<Trans key="number">单号</Trans>, <Figure key="figure">{number}</Figure>],
    [<Trans key="kind">诉求类型</Trans>, word(`kind.${kind}`, say(KINDS[kind]))],
    [<Trans key="place">地点</Trans>, [place, address].filter(Boolean).join(' ')],
    [<Trans key="at">点单时间</Trans>, say(momentWords(placedAt, now))],
  ]
  if (contactName || contactPhone)
    facts.push([
      <Trans key="contact">联系人</Trans>,
      <span key="value">
        {contactName} {contactPhone && <Figure>{contactPhone}</Figure>}
      </span>,
    ])
  if (order.anonymous) facts.push([<Trans key="anonymous">匿名</Trans>, <Trans key="yes">是</Trans>])
  if (order.confidential)
    facts.push([<Trans key="confidential">要求保密</Trans>, <Trans key="yes">是</Trans>])
  return (
    <>
      <p className="whitespace-pre-line">{detail}</p>
      {voice && <VoiceNote id={voice} />}
      <Photos ids={photos} />
      <Facts facts={facts} />
    </>
  )
}
