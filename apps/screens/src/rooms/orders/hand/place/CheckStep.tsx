import { Trans, useLingui } from '@lingui/react/macro'
import { KINDS } from '@linli/contract/orders/words'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Card, Facts, Figure, Page } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { hand } from '../../../../kit/routes.ts'
import { Fills } from '../../../ledgers/hand/Fills.tsx'
import { AreaName } from '../../../places/hand/AreaName.tsx'
import { usePlaceWords } from '../../../places/hand/usePlaceWords.ts'
import { usePlaceView } from '../../../places/queries.ts'
import { KnownMatters } from '../../../suggestions/hand/KnownMatters.tsx'
import { StepForm } from '../StepForm.tsx'
import { detailOf, type Known, whereOf } from './draft.ts'
import type { Placing } from './usePlacing.ts'

type CheckStepProps = {
  readonly placing: Placing
  readonly known: Known
  readonly failure: Error | undefined
  readonly sending: boolean
  readonly onSend: () => Promise<void>
  readonly whereUrl: string
}

/** The last screen: everything as it will be sent, each part with its way back to change it. */
export function CheckStep({ placing, known, failure, sending, onSend, whereUrl }: CheckStepProps) {
  const { t } = useLingui()
  const say = useSay()
  const word = usePlaceWords()
  const place = usePlaceView()
  const { draft, photos, voice } = placing
  const where = whereOf(draft, known)
  const item = place.data?.items.find(({ key }) => key === draft.item)
  const count = photos.length
  const what: (readonly [ReactNode, ReactNode])[] = [
    [
      <Trans key="kind">诉求类型</Trans>,
      item ? say(item.name) : word(`kind.${draft.kind}`, say(KINDS[draft.kind])),
    ],
  ]
  if (count > 0) what.push([<Trans key="photos">照片</Trans>, <Trans key="count">{count} 张</Trans>])
  if (voice) what.push([<Trans key="voice">录音</Trans>, <Trans key="one">有</Trans>])
  return (
    <Page title={t`看一遍，没错就发出`} back={{ href: hand.placeOrder.url(), label: <Trans>上一步</Trans> }}>
      <Card title={<Trans>要办的事</Trans>}>
        <p className="text-[1.15rem] whitespace-pre-line">{detailOf(draft)}</p>
        <Facts facts={what} />
        <ChangeLink href={hand.placeOrder.url()}>
          <Trans>改要办的事</Trans>
        </ChangeLink>
      </Card>
      <Card title={draft.forAnother ? <Trans>替邻居点</Trans> : <Trans>在哪里，找谁</Trans>}>
        <Facts
          facts={[
            [
              <Trans key="place">地点</Trans>,
              <span key="value">
                {where.place && <AreaName place={where.place} />} {where.address}
              </span>,
            ],
            [
              <Trans key="contact">联系人</Trans>,
              <span key="value">
                {where.contactName} <Figure>{where.contactPhone}</Figure>
                {!where.contactName && !where.contactPhone && <Trans>不留联系方式</Trans>}
              </span>,
            ],
            ...privacyFacts(draft.privacy),
          ]}
        />
        <ChangeLink href={whereUrl}>
          <Trans>改地点、联系人，匿名，或者替邻居点</Trans>
        </ChangeLink>
      </Card>
      <KnownMatters text={detailOf(draft)} path={where.place?.path} />
      <Fills operation="placeOrder" ledger="orders" />
      <StepForm
        label={<Trans>发出</Trans>}
        busyWord={t`正在发出…`}
        sending={sending}
        failure={failure}
        onSend={onSend}
      />
    </Page>
  )
}

const privacyFacts = (privacy: Placing['draft']['privacy']): (readonly [ReactNode, ReactNode])[] => [
  ...(privacy.includes('anonymous')
    ? [[<Trans key="anonymous">匿名</Trans>, <Trans key="yes">是</Trans>] as const]
    : []),
  ...(privacy.includes('confidential')
    ? [[<Trans key="confidential">要求保密</Trans>, <Trans key="yes">是</Trans>] as const]
    : []),
]

function ChangeLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} className="button button-quiet justify-start text-left">
      <span>{children}</span>
    </Link>
  )
}
