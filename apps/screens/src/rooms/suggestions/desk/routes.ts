import { pageAt } from '../../../kit/pageAt.ts'
import { suggestions } from './addresses.ts'

export const routes = [pageAt(suggestions, () => import('./SuggestionsPage.tsx'))]
