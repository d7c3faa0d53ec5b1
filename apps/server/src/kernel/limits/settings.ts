import { isIP } from 'node:net'
import { LIMITS_IN_PRODUCTION, type LimitSettings, NO_LIMITS } from './limits.ts'

const NAMES = { account: 'LIMIT_ACCOUNT', address: 'LIMIT_ADDRESS', region: 'LIMIT_REGION' } as const

/** Points a minute from LIMIT_ACCOUNT, LIMIT_ADDRESS and LIMIT_REGION. Outside production none: a demo and its neighbours share one address. */
export function readLimits(
  env: { readonly [name: string]: string | undefined },
  production: boolean,
  mistakes: string[],
): LimitSettings {
  const otherwise = production ? LIMITS_IN_PRODUCTION : NO_LIMITS
  const read = (kind: keyof LimitSettings): number => {
    const text = env[NAMES[kind]]
    if (text === undefined) return otherwise[kind]
    if (/^\d{1,9}$/.test(text)) return Number(text)
    mistakes.push(
      `${NAMES[kind]} 应是每分钟的点数，0 为不限。 ${NAMES[kind]} must be points a minute, 0 for no limit.`,
    )
    return otherwise[kind]
  }
  return { account: read('account'), address: read('address'), region: read('region') }
}

/** The proxies whose X-Forwarded-* is believed, from TRUSTED_PROXY: addresses or networks, comma-separated; none by default. */
export function readTrustedProxies(
  env: { readonly [name: string]: string | undefined },
  mistakes: string[],
): readonly string[] {
  const proxies = (env.TRUSTED_PROXY ?? '').split(',').flatMap((one) => one.trim() || [])
  if (proxies.every(isAddressOrNetwork)) return proxies
  mistakes.push(
    'TRUSTED_PROXY 应是反向代理的地址或网段，例如 127.0.0.1 或 10.0.0.0/8，多个用逗号隔开。 TRUSTED_PROXY must be addresses or networks of the reverse proxy.',
  )
  return []
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}
