import { useQuery } from '../../kit/useQuery.ts'

/** Every merchant of the place. */
export const useMerchants = () => useQuery('listMerchants', { query: {} })

/** One merchant by its public address. */
export const useMerchant = (slug: string) => useQuery('getMerchant', { params: { slug } }, ['merchants.'])

/** 公示. */
export const useTrustNotices = () => useQuery('listTrustNotices', {}, ['merchants.'])
