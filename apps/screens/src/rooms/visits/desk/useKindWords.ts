import { CAMPAIGN_KINDS, type CampaignKind } from '@linli/contract/visits/words'
import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'

/** The place's own word for a kind of campaign, or the general one. */
export function useKindWords(): (kind: CampaignKind) => string {
  const say = useSay()
  const { data } = useRead('getPlace', {})
  return (kind) => say(data?.labels[`campaign.${kind}`] ?? CAMPAIGN_KINDS[kind])
}
