import { expect, it } from 'vitest'
import { answersOf, askedOf, faultsIn, formFaults, goneKeys } from './form.ts'
import type { Question } from './shapes.ts'

const questions: Question[] = [
  { key: 'alone', kind: 'choice', label: '要不要帮忙', choices: ['是', '否'], required: true },
  {
    key: 'help',
    kind: 'several',
    label: '需要什么',
    choices: ['送餐', '陪诊'],
    required: true,
    onlyIf: { question: 'alone', is: '是' },
  },
  {
    key: 'meals',
    kind: 'number',
    label: '每周几餐',
    required: true,
    onlyIf: { question: 'help', is: '送餐' },
  },
  { key: 'note', kind: 'text', label: '其他', required: false },
  { key: 'door', kind: 'photo', label: '门口', required: false },
]

it('asks what hangs on an answer only then, and what hangs on a skipped question never', () => {
  const asked = (answers: Parameters<typeof askedOf>[1]) => askedOf(questions, answers).map(({ key }) => key)
  expect(asked({})).toEqual(['alone', 'note', 'door'])
  expect(asked({ alone: '是' })).toEqual(['alone', 'help', 'note', 'door'])
  expect(asked({ alone: '是', help: ['陪诊', '送餐'] })).toEqual(['alone', 'help', 'meals', 'note', 'door'])
  expect(asked({ alone: '否', help: ['送餐'] })).toEqual(['alone', 'note', 'door'])
  expect(answersOf(questions, { alone: '否', help: ['送餐'], meals: 3, note: '' })).toEqual({ alone: '否' })
})

it('takes a place by its name, by its degrees or by both, and not half of them', () => {
  const asks: Question[] = [{ key: 'where', kind: 'place', label: '在哪里', required: true }]
  const fault = (where: object) => faultsIn(asks, { where }).get('where')
  for (const place of [
    { name: '3栋' },
    { longitude: 115.9, latitude: 28.7, accuracy: 9 },
    { name: '3栋', longitude: 115.9, latitude: 28.7 },
  ])
    expect(fault(place)).toBeUndefined()
  for (const half of [{}, { accuracy: 3 }, { longitude: 115.9 }, { name: '3栋', latitude: 28.7 }])
    expect(fault(half)).toBe('wrongKind')
})

it('names each answer that does not fit', () => {
  const faults = (answers: Parameters<typeof faultsIn>[1]) => Object.fromEntries(faultsIn(questions, answers))
  expect(faults({ alone: '否', door: [] })).toEqual({})
  expect(faults({})).toEqual({ alone: 'missing' })
  expect(faults({ alone: '也许' })).toEqual({ alone: 'notAChoice' })
  expect(faults({ alone: '是', help: ['唱歌'], note: 3 })).toEqual({ help: 'notAChoice', note: 'wrongKind' })
  expect(faults({ alone: '是', help: ['送餐'], meals: '三' })).toEqual({ meals: 'wrongKind' })
  expect(faults({ alone: '否', help: ['送餐'] })).toEqual({ help: 'notAsked' })
  expect(faults({ alone: ['是'], door: '照片' })).toEqual({
    alone: 'wrongKind',
    door: 'wrongKind',
    help: 'missing',
  })
})

it('names what is wrong with a form', () => {
  expect([...formFaults(questions)]).toEqual([])
  const twice: Question = { key: 'alone', kind: 'choice', label: '又问', required: true }
  const before: Question = {
    key: 'first',
    kind: 'text',
    label: '先问',
    required: true,
    onlyIf: { question: 'alone', is: '是' },
  }
  expect([...formFaults([before, ...questions, twice])]).toEqual([
    [0, 'unknownCondition'],
    [6, 'noChoices'],
  ])
})

it('lets no key of a question that was taken out come back, whatever the versions between', () => {
  const [alone, help] = questions
  const text: Question = { key: 'help', kind: 'text', label: '别的问题', required: false }
  const versions = (...all: (Question | undefined)[][]) =>
    all.map((one) => ({ questions: one.filter((question) => question !== undefined) }))
  expect(goneKeys(versions([alone, help]))).toEqual([])
  expect(goneKeys(versions([alone, help], [alone]))).toEqual([])
  const gone = goneKeys(versions([alone], [alone], [alone, help]))
  expect(gone).toEqual(['help'])
  expect(alone && [...formFaults([alone, text], gone)]).toEqual([[1, 'keyReturned']])
})
