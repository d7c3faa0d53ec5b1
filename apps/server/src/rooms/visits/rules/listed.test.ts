import type { Question } from '@linli/contract/visits/shapes'
import { expect, it } from 'vitest'
import { listed, mayFilterBy } from './listed.ts'

const question = (key: string, kind: Question['kind']): Question => ({
  key,
  kind,
  label: key,
  required: false,
})
const questions = [
  question('one', 'choice'),
  question('some', 'several'),
  question('say', 'text'),
  question('door', 'photo'),
  question('spot', 'place'),
  question('near', 'place'),
  question('metres', 'decimal'),
  question('read', 'note'),
]

it('shows choices and numbers, of words and photos only how many, of a place its name', () => {
  const answers = {
    one: '要',
    some: ['送餐', '陪诊'],
    say: '老伴走了👵',
    door: ['a', 'b'],
    spot: { longitude: 115.9, latitude: 28.7 },
    near: { name: '1栋附近' },
    metres: '3.50',
  }
  expect(listed(questions, answers).map(({ key, shown, hidden }) => [key, shown, hidden])).toEqual([
    ['one', '要', null],
    ['some', '送餐、陪诊', null],
    ['say', null, 5],
    ['door', null, 2],
    ['spot', null, null],
    ['near', '1栋附近', null],
    ['metres', '3.50', null],
  ])
  expect(listed(questions, {})).toEqual([])
})

it('filters by choices and never by what was written', () => {
  expect(['one', 'some', 'say', 'metres', 'none'].map((key) => mayFilterBy(questions, key))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
