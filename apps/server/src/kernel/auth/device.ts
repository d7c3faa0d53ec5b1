import type { Words } from '@linli/contract'

type Family = { readonly sign: RegExp; readonly words: Words }

/** In this order: the programs that speak of themselves inside another's name come first. */
const PROGRAMS: { readonly [code: string]: Family } = {
  wechat: { sign: /MicroMessenger/i, words: { zh: '微信', en: 'WeChat' } },
  alipay: { sign: /AlipayClient/i, words: { zh: '支付宝', en: 'Alipay' } },
  dingtalk: { sign: /DingTalk/i, words: { zh: '钉钉', en: 'DingTalk' } },
  qq: { sign: /\bQQ\/|MQQBrowser|QQBrowser/i, words: { zh: 'QQ', en: 'QQ' } },
  uc: { sign: /UCBrowser|UCWEB/i, words: { zh: 'UC 浏览器', en: 'UC Browser' } },
  edge: { sign: /\bEdgA?\/|EdgiOS/i, words: { zh: 'Edge 浏览器', en: 'Edge' } },
  firefox: { sign: /Firefox|FxiOS/i, words: { zh: '火狐浏览器', en: 'Firefox' } },
  chrome: { sign: /Chrome|CriOS/i, words: { zh: '谷歌浏览器', en: 'Chrome' } },
  safari: { sign: /Safari/i, words: { zh: 'Safari 浏览器', en: 'Safari' } },
}
const SYSTEMS: { readonly [code: string]: Family } = {
  harmony: { sign: /HarmonyOS|OpenHarmony/i, words: { zh: '鸿蒙手机', en: 'HarmonyOS phone' } },
  android: { sign: /Android/i, words: { zh: '安卓手机', en: 'Android phone' } },
  ipad: { sign: /iPad/i, words: { zh: '苹果平板', en: 'iPad' } },
  iphone: { sign: /iPhone|iPod/i, words: { zh: '苹果手机', en: 'iPhone' } },
  windows: { sign: /Windows/i, words: { zh: 'Windows 电脑', en: 'Windows computer' } },
  mac: { sign: /Macintosh|Mac OS X/i, words: { zh: '苹果电脑', en: 'Mac' } },
  linux: { sign: /Linux|X11|CrOS/i, words: { zh: 'Linux 电脑', en: 'Linux computer' } },
}

const MOST_READ = 512
const codeIn = (families: { readonly [code: string]: Family }, text: string): string =>
  Object.entries(families).find(([, { sign }]) => sign.test(text))?.[0] ?? ''

/**
 * What a browser says of itself, reduced to two family words such as `wechat.android`: enough to know one's own phone
 * again, and nothing that tells two phones of a kind apart. Undefined when neither is known.
 */
export function deviceOf(userAgent: string | undefined): string | undefined {
  const text = (userAgent ?? '').slice(0, MOST_READ)
  const [program, system] = [codeIn(PROGRAMS, text), codeIn(SYSTEMS, text)]
  return program || system ? `${program}.${system}` : undefined
}

const own = (families: { readonly [code: string]: Family }, code: string): Family | undefined =>
  Object.hasOwn(families, code) ? families[code] : undefined

/** `wechat.android` in words: 微信 · 安卓手机. */
export function deviceWords(device: string | null): Words | null {
  const [program = '', system = ''] = (device ?? '').split('.')
  const known = [own(PROGRAMS, program), own(SYSTEMS, system)].flatMap((family) =>
    family ? [family.words] : [],
  )
  if (known.length === 0) return null
  return { zh: known.map(({ zh }) => zh).join(' · '), en: known.map(({ en }) => en).join(' · ') }
}
