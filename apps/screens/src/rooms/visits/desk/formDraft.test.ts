import { formFaults } from '@linli/contract/visits/form'
import { expect, it } from 'vitest'
import { draftFaults, draftsOf, emptyQuestion, nextKey, questionsOf } from './formDraft.ts'

const alone = { ...emptyQuestion([]), label: ' 要帮忙吗 ', choices: '是\n\n 否 \n是' }
const help = {
  ...emptyQuestion(['q1']),
  label: '要什么',
  kind: 'text' as const,
  conditions: [{ join: 'or' as const, question: 'q1', is: '是' }],
}

it('makes questions of drafts and drafts of questions', () => {
  const questions = questionsOf([alone, help])
  expect(questions).toEqual([
    { key: 'q1', kind: 'choice', label: '要帮忙吗', required: true, choices: ['是', '否'] },
    { key: 'q2', kind: 'text', label: '要什么', required: true, onlyIf: { question: 'q1', is: '是' } },
  ])
  expect(questionsOf(draftsOf(questions))).toEqual(questions)
  expect(formFaults(questions).size).toBe(0)
})

it('joins conditions by and, and alternatives by or', () => {
  const conditions = [
    { join: 'or' as const, question: 'q1', is: '是' },
    { join: 'and' as const, question: 'q2', is: '甲' },
    { join: 'or' as const, question: 'q2', is: '乙' },
  ]
  const [question] = questionsOf([{ ...help, key: 'q3', conditions }])
  expect(question?.onlyIf).toEqual([
    [
      { question: 'q1', is: '是' },
      { question: 'q2', is: '甲' },
    ],
    [{ question: 'q2', is: '乙' }],
  ])
  expect(question && draftsOf([question])[0]?.conditions).toEqual(conditions)
})

it('names what belongs to a card before it is sent', () => {
  expect(draftFaults([{ ...alone, label: '是否独居' }]).get('q1')).toBe('needsCardConsent')
  expect(draftFaults([{ ...alone, label: '有什么慢性病' }]).get('q1')).toBe('asksHealth')
})

it('gives a key that was never used, also by a question that was taken out', () => {
  expect(nextKey([])).toBe('q1')
  expect(nextKey(['q3', 'note', 'q2'])).toBe('q4')
})

it('says which question keeps the form from being saved', () => {
  expect([...draftFaults([alone, help])]).toEqual([])
  const faults = draftFaults([
    { ...alone, choices: '是' },
    { ...help, conditions: [{ join: 'or', question: 'q1', is: '否' }] },
    { ...help, key: 'q3', label: ' ' },
  ])
  expect([...faults]).toEqual([
    ['q1', 'fewChoices'],
    ['q2', 'noAnswer'],
    ['q3', 'noLabel'],
  ])
  expect(draftFaults([help, alone]).get('q2')).toBe('noAnswer')
})
