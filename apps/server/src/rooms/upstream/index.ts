/** The front door of upstream. */
export { followSenders } from './follow.ts'
export { upstreamRoom } from './http.ts'
