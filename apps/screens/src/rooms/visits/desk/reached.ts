import type { CampaignProgress } from '@linli/contract/visits/shapes'

type Grid = Pick<CampaignProgress['grids'][number], 'met' | 'refused' | 'moved' | 'closed'>

/** Households that a campaign is done with: met, or there is nobody to meet. Whoever was not at home is gone to again. */
export const reached = ({ met, refused, moved, closed }: Grid): number => met + refused + moved + closed
