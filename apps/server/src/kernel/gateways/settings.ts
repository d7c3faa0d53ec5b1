import { readFileSync } from 'node:fs'

/** How things that are no browser come in: a broker of our own, somebody else's, and gateways that call us. */
export type GatewaySettings = {
  /** Our own broker; undefined: switched off. `isChosen`: its address was set, so that it must be had. */
  readonly broker:
    | {
        readonly host: string
        readonly port: number
        readonly isChosen: boolean
        readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
      }
    | undefined
  /** Another broker to listen to. */
  readonly bridge: { readonly url: string; readonly version: 4 | 5 } | undefined
  /** Gateways that send signed requests, by name. */
  readonly gateways: ReadonlyMap<string, { readonly secret: string; readonly region: number }>
}

const PORT = 1883
const SECRET_LENGTH = 24

/** Reads the settings; `MQTT_PORT=off` has no broker at all. */
export function readGateways(env: NodeJS.ProcessEnv, mistakes: string[]): GatewaySettings {
  return {
    broker: readBroker(env, mistakes),
    bridge: readBridge(env, mistakes),
    gateways: readKeys(env, mistakes),
  }
}

function readBroker(env: NodeJS.ProcessEnv, mistakes: string[]): GatewaySettings['broker'] {
  const { MQTT_PORT: written, MQTT_HOST: host = '127.0.0.1', MQTT_TLS_CERT: cert, MQTT_TLS_KEY: key } = env
  if (written === 'off') return undefined
  const port = Number(written ?? PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    mistakes.push(
      `MQTT_PORT 应是 0 到 65535 的整数，或写 off 不开，现在是“${written}”。 MQTT_PORT must be a whole number from 0 to 65535, or off.`,
    )
  if (!/^[A-Za-z0-9.:-]+$/.test(host))
    mistakes.push(
      'MQTT_HOST 应是一个网络地址，例如 127.0.0.1。 MQTT_HOST must be an address such as 127.0.0.1.',
    )
  if ((cert === undefined) !== (key === undefined))
    mistakes.push('MQTT_TLS_CERT 和 MQTT_TLS_KEY 要一起设置。 MQTT_TLS_CERT and MQTT_TLS_KEY go together.')
  const isChosen = written !== undefined || env.MQTT_HOST !== undefined
  return { host, port, isChosen, tls: cert && key ? readTls(cert, key, mistakes) : undefined }
}

function readTls(certPath: string, keyPath: string, mistakes: string[]) {
  try {
    return { cert: readFileSync(certPath), key: readFileSync(keyPath) }
  } catch {
    mistakes.push(
      'MQTT_TLS_CERT 或 MQTT_TLS_KEY 的文件读不到。 The files of MQTT_TLS_CERT or MQTT_TLS_KEY cannot be read.',
    )
    return undefined
  }
}

function readBridge(env: NodeJS.ProcessEnv, mistakes: string[]): GatewaySettings['bridge'] {
  const { MQTT_BRIDGE_URL: url, MQTT_BRIDGE_VERSION: version = '3.1.1' } = env
  if (!url) return undefined
  if (!/^(mqtts?|wss?|ssl|tcp|tls):\/\/.+/.test(url))
    mistakes.push(
      'MQTT_BRIDGE_URL 应以 mqtt://、mqtts:// 或 wss:// 开头。 MQTT_BRIDGE_URL must begin with mqtt://, mqtts:// or wss://.',
    )
  if (version !== '3.1.1' && version !== '5')
    mistakes.push('MQTT_BRIDGE_VERSION 只能是 3.1.1 或 5。 MQTT_BRIDGE_VERSION must be 3.1.1 or 5.')
  return { url, version: version === '5' ? 5 : 4 }
}

/** `name:secret` or `name@region:secret`, separated by commas. */
function readKeys(env: NodeJS.ProcessEnv, mistakes: string[]): GatewaySettings['gateways'] {
  const gateways = new Map<string, { secret: string; region: number }>()
  for (const part of (env.DEVICE_GATEWAYS ?? '').split(',').map((one) => one.trim())) {
    if (part === '') continue
    const [, name = '', region = '1', secret = ''] =
      /^([a-z0-9-]{1,40})(?:@(\d{1,9}))?:(.+)$/.exec(part) ?? []
    if (name === '' || secret.length < SECRET_LENGTH || gateways.has(name))
      mistakes.push(
        'DEVICE_GATEWAYS 应写成 名称:密钥，用逗号隔开，名称不重复，密钥至少 24 个字符。 DEVICE_GATEWAYS is name:secret, separated by commas, each name once, secrets of at least 24 characters.',
      )
    else gateways.set(name, { secret, region: Number(region) })
  }
  return gateways
}
