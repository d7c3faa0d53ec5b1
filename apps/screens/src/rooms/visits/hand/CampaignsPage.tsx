import { Trans, useLingui } from '@lingui/react/macro'
import { CAMPAIGN_KINDS, type CampaignKind } from '@linli/contract/visits/words'
import { Link } from 'wouter'
import { Card, CardLink, Empty, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { campaigns, walk } from './addresses.ts'
import { CompanionVisits } from './CompanionVisits.tsx'
import { TakeButton } from './TakeButton.tsx'
import { useKeptAreas } from './useKept.ts'

/** Campaigns of the own area: those on the phone open without a network, the others are taken along first. */
export default function CampaignsPage() {
  const { t } = useLingui()
  const say = useSay()
  const word = usePlaceWords()
  const kindWord = (kind: CampaignKind) => word(`campaign.${kind}`, say(CAMPAIGN_KINDS[kind]))
  const kept = useKeptAreas() ?? []
  const query = useQuery('listCampaigns', {}, ['visits.'])
  return (
    <Page
      title={t`走访`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>出门前先取到手机上，没有信号也能记。</Trans>}
    >
      <CompanionVisits />
      {kept.map(({ id, campaign, doors }) => (
        <CardLink key={id} href={walk.url({ campaign: id })} title={campaign.name}>
          {campaign.targets === 'companies' ? (
            <Trans>已在手机上，{doors.length} 家</Trans>
          ) : (
            <Trans>已在手机上，{doors.length} 户</Trans>
          )}
        </CardLink>
      ))}
      <QueryView query={query} rows={1}>
        {({ items }) => {
          const others = items.filter(({ id }) => !kept.some((area) => area.id === id))
          if (others.length === 0 && kept.length === 0)
            return <Empty title={<Trans>您的片区现在没有走访</Trans>} />
          return others.map(({ id, kind, name, areaName, from, to }) => (
            <Card key={id} title={name}>
              <p>
                {kindWord(kind)} · {areaName} {from} — {to}
              </p>
              <TakeButton campaign={id} />
            </Card>
          ))
        }}
      </QueryView>
      {query.data?.next && (
        <Link href={campaigns.url()}>
          <Trans>更早的走访请在电脑上看</Trans>
        </Link>
      )}
    </Page>
  )
}
