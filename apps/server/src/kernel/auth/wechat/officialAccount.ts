import type { WeChatSettings } from '../doorSettings.ts'
import { wayLost, wechatPreview, wechatSilent } from '../doors/problems.ts'
import { askPeer, PeerFailure, textOf } from '../peer.ts'

/** Codes that WeChat does not know, has seen already, or that have expired. */
const BAD_CODES = [40029, 40163, 42003]

export type OfficialAccount = {
  /** The address of WeChat's own page, which comes back to `returnTo`. */
  wayTo(returnTo: string, state: string): string
  /** Who came back, as this official account knows them. @throws wayLost, wechatPreview, wechatSilent */
  openidOf(code: string): Promise<string>
}

/** WeChat's web authorization for official accounts, in its silent form (snsapi_base): nothing but the openid is asked for. */
export function officialAccount(
  { appId, secret, authorizeUrl, apiUrl }: WeChatSettings,
  warn: (line: { readonly [name: string]: unknown }) => void,
): OfficialAccount {
  return {
    wayTo: (returnTo, state) => {
      // WeChat reads the parameters in this order and wants the fragment.
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: returnTo,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      })
      return `${authorizeUrl}?${query}#wechat_redirect`
    },
    openidOf: async (code) => {
      const query = new URLSearchParams({ appid: appId, secret, code, grant_type: 'authorization_code' })
      const answer = await ask(`${apiUrl}/sns/oauth2/access_token?${query}`, warn)
      if (BAD_CODES.includes(Number(answer['errcode']))) throw wayLost()
      const openid = textOf(answer['openid'])
      if (!openid) {
        warn({ message: 'WeChat refused', reason: Number(answer['errcode']) })
        throw wechatSilent()
      }
      // A page shown in WeChat's preview speaks for a made-up user, the same for many people.
      if (answer['is_snapshotuser'] === 1) throw wechatPreview()
      return openid
    },
  }
}

async function ask(url: string, warn: (line: { readonly [name: string]: unknown }) => void) {
  try {
    return (await askPeer({ url, method: 'GET' })).answer
  } catch (error) {
    warn({ message: 'WeChat does not answer', reason: error instanceof PeerFailure ? error.code : 'unknown' })
    throw wechatSilent()
  }
}
