import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** WeChat's two addresses as an official account meets them, for one person's WeChat at a time. */
export type WeChatPeer = {
  readonly appId: string
  readonly secret: string
  readonly authorizeUrl: string
  readonly apiUrl: string
  /** Whose WeChat opens the page next. */
  openid: string
  /** What else the exchange answers, or instead. */
  answer: object | undefined
  /** The exchanges so far. */
  readonly exchanges: number
  close(): Promise<void>
}

/** Serves on 127.0.0.1. A code is good once; a wrong secret, a wrong code and a used one get WeChat's own errors. */
export async function openWeChat(): Promise<WeChatPeer> {
  const appId = 'wx5823bf96d3bd56c7'
  const secret = randomBytes(16).toString('hex')
  const codes = new Map<string, string>()
  const used = new Set<string>()
  let exchanges = 0
  const exchange = (query: URLSearchParams): object => {
    exchanges += 1
    if (peer.answer) return peer.answer
    if (query.get('appid') !== appId || query.get('grant_type') !== 'authorization_code')
      return { errcode: 40013, errmsg: 'invalid appid' }
    if (query.get('secret') !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
    const code = query.get('code') ?? ''
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
    const openid = codes.get(code)
    if (!openid) return { errcode: 40029, errmsg: 'invalid code' }
    used.add(code)
    return { access_token: 'unused', expires_in: 7200, openid, scope: 'snsapi_base' }
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wechat')
    if (url.pathname === '/sns/oauth2/access_token') {
      response.writeHead(200, { 'content-type': 'text/plain' }) // as the real one says it
      response.end(JSON.stringify(exchange(url.searchParams)))
      return
    }
    const names = [...url.searchParams.keys()].join()
    if (names !== 'appid,redirect_uri,response_type,scope,state' || url.searchParams.get('appid') !== appId) {
      response.writeHead(400).end('参数错误')
      return
    }
    const code = randomBytes(16).toString('hex')
    codes.set(code, peer.openid)
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has one
  const origin = `http://127.0.0.1:${port}`
  const peer: WeChatPeer = {
    appId,
    secret,
    authorizeUrl: `${origin}/connect/oauth2/authorize`,
    apiUrl: origin,
    openid: 'o-nobody',
    answer: undefined,
    get exchanges() {
      return exchanges
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return peer
}
