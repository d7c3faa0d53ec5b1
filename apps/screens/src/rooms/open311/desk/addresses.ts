import { route } from '../../../kit/route.ts'

export const apiKeys = route('/api-keys')
