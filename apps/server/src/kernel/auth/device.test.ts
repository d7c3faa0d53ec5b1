import { expect, test } from 'vitest'
import { deviceOf, deviceWords } from './device.ts'

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; 23127PN0CC Build/UKQ1) AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  [
    `${ANDROID} Version/4.0 Chrome/122.0 Mobile Safari/537.36 XWEB/1220 MicroMessenger/8.0.49`,
    '微信 · 安卓手机',
  ],
  [`${IPHONE} Mobile/15E148 MicroMessenger/8.0.49 NetType/WIFI Language/zh_CN`, '微信 · 苹果手机'],
  [`${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari 浏览器 · 苹果手机'],
  [
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Safari/537.36',
    '谷歌浏览器 · 鸿蒙手机',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0 Safari/537.36 Edg/128.0',
    'Edge 浏览器 · Windows 电脑',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', '火狐浏览器 · Linux 电脑'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15',
    'Safari 浏览器 · 苹果电脑',
  ],
])('%s is %s', (userAgent, words) => {
  const device = deviceOf(userAgent)
  expect(deviceWords(device ?? null)?.zh).toBe(words)
  expect(device).toMatch(/^[a-z]+\.[a-z]+$/) // nothing of what was sent is kept
})

test.each([undefined, '', 'curl/8.5.0', 'x'.repeat(100_000), '微信'])('%s is nothing known', (userAgent) => {
  expect(deviceOf(userAgent)).toBeUndefined()
  expect(deviceWords(null)).toBeNull()
})

test('what no word is known for is told by the other', () => {
  expect(deviceWords('.android')).toEqual({ zh: '安卓手机', en: 'Android phone' })
  expect(deviceWords('constructor.toString')).toBeNull()
})
