import { resolve } from 'node:path'
import { type DoorSettings, readDoors } from './auth/doorSettings.ts'
import { SECURITY_PROFILES, type SecurityProfile } from './auth/securityProfile.ts'
import { type BackupSettings, readBackupSettings } from './backup/settings.ts'
import { PROFILES, type Profile } from './crypto/suite.ts'
import { type GatewaySettings, readGateways } from './gateways/settings.ts'
import type { LimitSettings } from './limits/limits.ts'
import { readLimits, readTrustedProxies } from './limits/settings.ts'
import { type MapGround, readMapGround } from './map/settings.ts'

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** An existing PostgreSQL (15 or newer); absent: the embedded one. */
  readonly databaseUrl: string | undefined
  readonly preset: string
  readonly production: boolean
  /** Demo accounts, codes on screen, simulated neighbours. Never in production. */
  readonly demo: boolean
  /** Whether the demo town has the size of the largest place. */
  readonly demoIsLarge: boolean
  /** 32 bytes, base64: encrypts fields and signs look-ups. Absent outside production: made once and kept in the data directory. */
  readonly secretKey: string | undefined
  /** Keys that still read: while keys change, and those that are to write soon. */
  readonly secretKeysOld: readonly string[]
  /** International algorithms, or the national ones of China. */
  readonly cryptoProfile: Profile
  readonly poolSize: number
  /** The address people reach this installation at, without a slash at its end; absent: the address of each request. */
  readonly publicUrl: string | undefined
  /** What is asked of staff passwords and desks. */
  readonly securityProfile: SecurityProfile
  /** An operator's file of leaked passwords: SHA-1 in hexadecimal, ordered. */
  readonly breachedPasswords: string | undefined
  /** The bucket that photos and voice notes go to; absent: the data directory. */
  readonly uploadsTo: string | undefined
  readonly backup: BackupSettings
  /** Points a minute by account, address and region. */
  readonly limits: LimitSettings
  /** Proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[]
  /** Opens GET /metrics to whoever brings it. */
  readonly metricsToken: string | undefined
  /** How codes leave, and the doors of others: WeChat, single sign-on. */
  readonly doors: DoorSettings
  /** How devices come in. */
  readonly devices: GatewaySettings
  /** What lies under the map. */
  readonly map: MapGround
}

export class ConfigError extends Error {
  constructor(sentences: string[]) {
    super(sentences.join('\n'))
    this.name = 'ConfigError'
  }
}

/**
 * Reads the environment; a variable that is set to nothing counts as not set. One table of it stands in docs/operating.md.
 * @throws ConfigError with one sentence per mistake
 */
export function readConfig(environment: NodeJS.ProcessEnv, presets: readonly string[]): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const mistakes: string[] = []
  const production = env.NODE_ENV === 'production'
  const port = Number(env.PORT ?? '4000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    mistakes.push(
      `PORT 应是 0 到 65535 的整数，现在是“${env.PORT}”。 PORT must be a whole number from 0 to 65535.`,
    )
  const host = env.HOST ?? '127.0.0.1'
  if (!/^[A-Za-z0-9.:-]+$/.test(host))
    mistakes.push(`HOST 应是一个网络地址，例如 127.0.0.1。 HOST must be an address such as 127.0.0.1.`)
  const preset = env.PRESET ?? presets[0] ?? ''
  if (!presets.includes(preset))
    mistakes.push(
      `PRESET 没有“${preset}”，可选：${presets.join('、')}。 PRESET must be one of ${presets.join(', ')}.`,
    )
  const databaseUrl = env.DATABASE_URL
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    mistakes.push('DATABASE_URL 应以 postgres:// 开头。 DATABASE_URL must begin with postgres://.')
  const secretKey = env.SECRET_KEY
  if (secretKey && Buffer.from(secretKey, 'base64').length !== 32)
    mistakes.push('SECRET_KEY 应是 32 字节的 base64 文本。 SECRET_KEY must be 32 bytes in base64.')
  if (production && !secretKey)
    mistakes.push(
      '生产环境必须设置 SECRET_KEY，不能使用自动生成的密钥。 Production needs SECRET_KEY; the generated one is refused.',
    )
  const secretKeysOld = (env.SECRET_KEYS_OLD ?? '').split(',').filter((key) => key.trim() !== '')
  if (secretKeysOld.some((key) => Buffer.from(key, 'base64').length !== 32))
    mistakes.push(
      'SECRET_KEYS_OLD 应是用逗号隔开的、每把 32 字节的 base64 密钥。 SECRET_KEYS_OLD must be keys of 32 bytes in base64, separated by commas.',
    )
  const cryptoProfile = PROFILES.find((profile) => profile === (env.CRYPTO_PROFILE ?? 'standard'))
  if (!cryptoProfile)
    mistakes.push('CRYPTO_PROFILE 只能是 standard 或 sm。 CRYPTO_PROFILE must be standard or sm.')
  if (env.DEMO && !['0', '1', 'large'].includes(env.DEMO))
    mistakes.push('DEMO 只能是 0、1 或 large。 DEMO must be 0, 1 or large.')
  if (production && env.DEMO && env.DEMO !== '0')
    mistakes.push('生产环境不能打开 DEMO：演示账号和屏幕验证码会泄露。 DEMO is refused in production.')
  const poolSize = Number(env.POOL_SIZE ?? '32')
  if (!Number.isInteger(poolSize) || poolSize < 2 || poolSize > 90)
    mistakes.push('POOL_SIZE 应是 2 到 90 的整数。 POOL_SIZE must be a whole number from 2 to 90.')
  const publicUrl = env.PUBLIC_URL?.replace(/\/$/, '')
  if (publicUrl && !isOrigin(publicUrl))
    mistakes.push(
      'PUBLIC_URL 应是 http 或 https 网址，后面不带路径，例如 https://linli.example.cn。 PUBLIC_URL must be an http or https address without a path, such as https://linli.example.cn.',
    )
  const doors = readDoors(env, mistakes)
  const backup = readBackupSettings(env, mistakes)
  const map = readMapGround(env, mistakes)
  const devices = readGateways(env, mistakes)
  const limits = readLimits(env, production, mistakes)
  const trustedProxies = readTrustedProxies(env, mistakes)
  if (env.METRICS_TOKEN && env.METRICS_TOKEN.length < 24)
    mistakes.push(
      'METRICS_TOKEN 至少 24 个字符，请用随机文本。 METRICS_TOKEN must have at least 24 characters; take a random text.',
    )
  const securityProfile = Object.values<SecurityProfile>(SECURITY_PROFILES).find(
    ({ name }) => name === (env.SECURITY_PROFILE ?? 'standard'),
  )
  if (!securityProfile)
    mistakes.push(
      `SECURITY_PROFILE 只能是 standard 或 dengbao，现在是“${env.SECURITY_PROFILE}”。 SECURITY_PROFILE must be standard or dengbao.`,
    )
  if (mistakes.length > 0 || !securityProfile) throw new ConfigError(mistakes)
  const demo = !production && env.DEMO !== '0'
  return {
    port,
    host,
    dataDir: resolve(env.DATA_DIR ?? '.data'),
    databaseUrl,
    preset,
    production,
    demo,
    demoIsLarge: demo && env.DEMO === 'large',
    secretKey,
    secretKeysOld,
    cryptoProfile: cryptoProfile ?? 'standard',
    poolSize,
    publicUrl,
    securityProfile,
    breachedPasswords: env.BREACHED_PASSWORDS,
    uploadsTo: env.UPLOADS_TO,
    backup,
    limits,
    trustedProxies,
    metricsToken: env.METRICS_TOKEN,
    doors,
    devices,
    map,
  }
}

/** Scheme, host and perhaps port: the screens are served at the top of an address, never below a path. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === text.toLowerCase()
}
