export type { BodyOf } from '@linli/contract'
export type { orderEndpoints } from '@linli/contract/orders/endpoints'
