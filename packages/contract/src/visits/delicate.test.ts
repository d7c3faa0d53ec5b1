import { expect, it } from 'vitest'
import { delicateIn } from './delicate.ts'

const asks = (label: string, choices?: string[]) =>
  delicateIn({ kind: choices ? 'several' : 'text', label, ...(choices ? { choices } : {}) })

it('refuses what stands on the card by separate consent, in the question or its choices', () => {
  for (const label of ['是否独居', '家里有残疾人吗', '有没有留守儿童', '空巢老人情况'])
    expect(asks(label), label).toBe('needsCardConsent')
  expect(asks('家庭情况', ['一般家庭', '残疾家庭'])).toBe('needsCardConsent')
})

it('refuses questions about health, which the house keeps only as a referral', () => {
  for (const label of ['有什么慢性病', '老人身体状况', '平时吃药吗', '有没有孕妇', '最近住院了吗'])
    expect(asks(label), label).toBe('asksHealth')
})

it('lets ordinary questions pass', () => {
  for (const label of [
    '有什么要帮忙的',
    '路灯坏了吗',
    '参加义诊吗',
    '树上有病虫害吗',
    '想听健康讲座吗',
    '家里几口人',
  ])
    expect(asks(label), label).toBeUndefined()
  expect(delicateIn({ kind: 'note', label: '遇到残疾人请放慢语速' })).toBeUndefined()
})
