import type { Answer } from '../../../../kit/endpoints.ts'

export type Privacy = Answer<'getMyPrivacy'>
/** One card of the page: what is kept, and to be called when that changed. */
export type SectionProps = { readonly privacy: Privacy; readonly onChanged: () => Promise<void> }
