import { describe, expect, test } from 'vitest'
import { SECURITY_PROFILES } from '../securityProfile.ts'
import { commonPasswords } from './commonPasswords.ts'
import { coresOf, flawOf } from './flaws.ts'

const { standard, dengbao } = SECURITY_PROFILES
const ABOUT = ['xiong.simin', '熊思敏', '西湖区', 'Xihu District', '桃苑街道 观洲社区']
const flaw = (password: string) => flawOf(password, ABOUT, standard)

describe('a password by itself', () => {
  test.each([
    ['elevenchars', 'short'],
    ['湖边梧桐二十四片叶子黄', 'short'],
    ['aaaaaaaaaaaaaaaa', 'plain'],
    [`${'长夜漫漫路迢迢'.repeat(20)}`, 'long'],
    ['my-xiong.simin-door', 'context'],
    ['我是熊思敏我爱打太极拳', 'short'],
    ['我是熊思敏我天天爱打太极拳', 'context'],
    ['西湖的柳树一共二十四棵整', 'context'],
    ['XIHU willow 24 lamps', 'context'],
    ['welcome to ＬＩＮＬＩ 24', 'context'],
    ['邻里的灯一共二十四盏整啊', 'context'],
    ['桃苑的灯一共二十四盏整啊', 'context'],
  ] as const)('%s is %s', (password, expected) => {
    expect(flaw(password)).toBe(expected)
  })

  test.each([
    '湖边的梧桐树 has 24 leaves',
    'correct horse battery staple',
    '四川火锅配一杯凉茶最好喝',
    '🙂 twelve signs, any',
    'district of quiet otters', // a word that every place has says nothing of this one
    'x'.repeat(2) + 'yzqwa'.repeat(25),
  ])('%s passes', (password) => {
    expect(flaw(password)).toBeUndefined()
  })

  test('counts characters, not the bytes or halves they are kept in', () => {
    expect(flaw('🙂😀🚀🌲🍊🎈🐟🐦🪁🧭🥢')).toBe('short')
    expect(flaw('🙂😀🚀🌲🍊🎈🐟🐦🪁🧭🥢🏮')).toBeUndefined()
  })

  test.each([
    ['correct horse battery staple', 'kinds'],
    ['Correct-Horse-Battery', undefined],
    ['correct horse 4 batteries', undefined],
    ['四川火锅配一杯凉茶最好喝', 'kinds'],
    ['四川火锅 Kettle 24 杯凉茶', undefined],
  ] as const)('graded systems count kinds: %s is %s', (password, expected) => {
    expect(flawOf(password, ABOUT, dengbao)).toBe(expected)
  })
})

describe('the list of common passwords', () => {
  const isCommon = async (password: string): Promise<boolean> => {
    const common = await commonPasswords()
    return coresOf(password).some((core) => common.has(core))
  }

  test.each([
    '1qaz2wsx3edc',
    'SonyEricsson',
    'qwerty123456',
    'passwordpassword',
    'Password123!',
    '!!sunshine2024',
    '123412341234',
  ])('%s is common', async (password) => {
    expect(await isCommon(password)).toBe(true)
  })

  test.each(['湖边的梧桐树 has 24 leaves', 'correct horse battery staple', 'dragon-kettle-harbour'])(
    '%s is not',
    async (password) => {
      expect(await isCommon(password)).toBe(false)
    },
  )

  test('holds more than the 3,000 that ASVS 6.2.4 asks for', async () => {
    expect((await commonPasswords()).size).toBeGreaterThan(40_000)
  })
})
