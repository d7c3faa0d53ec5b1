/** The front door of upstream. */
export { upstreamRoom } from './http.ts'
