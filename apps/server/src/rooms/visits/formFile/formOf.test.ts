import { askedOf, formFaults } from '@linli/contract/visits/form'
import { expect, it } from 'vitest'
import { formOf } from './formOf.ts'

const HEAD = ['type', 'name', 'label::English', 'label::中文', 'hint', 'required', 'relevant']
const choices = [
  ['list_name', 'name', 'label::中文'],
  ['yn', 'y', '有'],
  ['yn', 'n', '没有'],
  ['need', 'lamp', '路灯'],
  ['need', 'park', '停车'],
  ['need', 'other', '其他'],
]
const read = (...rows: string[][]) =>
  formOf({
    survey: [HEAD, ...rows],
    choices,
    settings: [
      ['form_title', 'form_id'],
      ['冬季走访', 'winter'],
    ],
  })

it('takes over every common type, Chinese labels, hints, required and choices by their words', () => {
  const form = read(
    ['note', 'hello', 'Hello', '您好，我是网格员', '', '', ''],
    ['select_one yn', 'any', 'Any?', '有没有要办的事', '不方便说可以不答', 'yes', ''],
    ['select_multiple need', 'what', 'What', '是什么', '', '', `\${any}='y'`],
    ['text', 'more', 'More', '说一说', '', 'true', `selected(\${what}, 'other')`],
    ['integer', 'lamps', '', '几盏', '', '', ''],
    ['decimal', 'metres', '', '多长', '', '', ''],
    ['image', 'pic', '', '拍一张', '', '', ''],
    ['geopoint', 'spot', '', '在哪里', '', '', ''],
  )
  expect(form.remarks.map(({ sheet, row, says }) => `${sheet} ${row} ${says}`)).toEqual([
    'survey 1 “label::English”一列有 4 行没有读入。',
  ])
  expect(form.name).toBe('冬季走访')
  expect(form.questions.map(({ kind }) => kind)).toEqual([
    'note',
    'choice',
    'several',
    'text',
    'number',
    'decimal',
    'photo',
    'place',
  ])
  expect(form.questions[1]).toEqual({
    key: 'q2',
    kind: 'choice',
    label: '有没有要办的事',
    hint: '不方便说可以不答',
    required: true,
    choices: ['有', '没有'],
  })
  expect(form.questions[2]?.onlyIf).toEqual({ question: 'q2', is: '有' })
  expect(formFaults(form.questions).size).toBe(0)
})

it('joins and, or, brackets and the condition of a group', () => {
  const { questions, remarks } = read(
    ['select_one yn', 'a', '', '甲', '', '', ''],
    ['select_multiple need', 'b', '', '乙', '', '', ''],
    ['begin_group', 'g', '', '一组', '', '', `\${a}='y'`],
    ['text', 'c', '', '丙', '', '', `selected(\${b},'lamp') or (selected(\${b}, 'park') and \${a} = 'y')`],
    ['end_group', '', '', '', '', '', ''],
    ['text', 'd', '', '丁', '', '', ''],
  )
  expect(remarks).toEqual([])
  const asked = (answers: Parameters<typeof askedOf>[1]) =>
    askedOf(questions, answers)
      .map(({ label }) => label)
      .join('')
  expect(asked({ q1: '有', q2: ['路灯'] })).toBe('甲乙丙丁')
  expect(asked({ q1: '有', q2: ['停车'] })).toBe('甲乙丙丁')
  expect(asked({ q1: '没有', q2: ['路灯'] })).toBe('甲乙丁')
  expect(asked({ q1: '有', q2: ['其他'] })).toBe('甲乙丁')
})

it('names by sheet and row whatever it does not take over, and drops nothing in silence', () => {
  const { questions, remarks } = formOf({
    survey: [
      [...HEAD, 'constraint', 'appearance'],
      ['start', 'start', '', '', '', '', ''],
      ['calculate', 'c', '', '算', '', '', ''],
      ['select_one none', 's', '', '选', '', '', ''],
      ['text', 't', '', '写', '', '', `\${age} > 60`, '. > 3'],
      ['text', 'u', '', '', '', '', ''],
      ['begin_repeat', 'r', '', '重复', '', '', ''],
      ['select_one yn', 'alone', '', '是不是独居老人', '', '', ''],
      ['text', 'ill', '', '有什么慢性病', '', '', ''],
    ],
    choices: [...choices, ['yn', 'x', '有'], ['', 'z', '丢了']],
    settings: [],
  })
  expect(questions.map(({ label }) => label)).toEqual(['写'])
  expect(remarks.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual([
    'survey 1',
    'choices 7',
    'choices 8',
    'survey 2',
    'survey 3',
    'survey 4',
    'survey 5',
    'survey 6',
    'survey 7',
    'survey 8',
    'survey 9',
  ])
  expect(remarks.every(({ says, advice }) => says !== '' && advice !== '')).toBe(true)
  expect(remarks.find(({ sheet, row }) => sheet === 'survey' && row === 8)?.advice).toContain('住户卡')
  expect(remarks.find(({ sheet, row }) => sheet === 'survey' && row === 9)?.advice).toContain('转介')
})
