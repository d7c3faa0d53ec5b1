import { route } from '../../../kit/route.ts'

export const campaigns = route('/campaigns')
export const newCampaign = route('/campaigns/new')
export const campaign = route('/campaigns/:id')
export const answers = route('/campaigns/:id/answers')
export const conflicts = route('/campaigns/:id/conflicts')
export const visit = route('/campaigns/:id/visits/:visit')
