declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}

/** Kind, method and path of every operation, made at build time by vite/endpointTable.ts. */
declare module 'virtual:endpoints' {
  import type { Endpoint } from '@linli/contract'
  export const table: Readonly<
    Record<string, readonly [Endpoint['kind'], Endpoint['method'], Endpoint['path']]>
  >
}

/** The operations that are not there at once; empty except on phones. */
declare module 'virtual:endpoints/rest' {
  export { table } from 'virtual:endpoints'
}
