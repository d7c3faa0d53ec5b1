import type { Answer } from '../../../../kit/endpoints.ts'

/** One request about a person's data, as the office reads it. */
export type DataRequest = Answer<'listDataRequests'>['items'][number]
