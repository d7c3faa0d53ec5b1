import { route } from '../../../kit/route.ts'

export const campaigns = route('/campaigns')
export const newCampaign = route('/campaigns/new')
export const campaign = route('/campaigns/:id')
