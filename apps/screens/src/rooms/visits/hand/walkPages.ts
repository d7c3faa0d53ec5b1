import CampaignsPage from './CampaignsPage.tsx'
import ConsentPage from './ConsentPage.tsx'
import DoorPage from './DoorPage.tsx'
import WalkPage from './WalkPage.tsx'

/** They come as one: whoever opened one of them has the others too, at doors without a network. */
export const walkPages = {
  campaigns: { default: CampaignsPage },
  walk: { default: WalkPage },
  consent: { default: ConsentPage },
  door: { default: DoorPage },
}
