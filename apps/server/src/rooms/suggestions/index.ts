/** The front door of suggestions. */
export { suggestionsRoom } from './http.ts'
export { learnNightly } from './jobs.ts'
export type { SuggestionNeeds } from './needs.ts'
