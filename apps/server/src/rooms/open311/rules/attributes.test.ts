import { KINDS } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { definitionOf, givenOf } from './attributes.ts'
import { Refusal } from './refusal.ts'

const lamp = { homeEntry: false, photoNeedsPlace: true, evidence: [], kind: 'report' } as const
const bulb = { homeEntry: true, photoNeedsPlace: false, evidence: [], kind: 'help' } as const
const kinds = (language: 'zh' | 'en') =>
  Object.entries(KINDS).map(([key, words]) => ({ key, name: words[language] }))

describe('the definition of a service', () => {
  it('asks for the kind, for confidence and for a photo of a place that everybody uses', () => {
    const list = { datatype: 'singlevaluelist', required: false, datatype_description: null, variable: true }
    expect(definitionOf(lamp, 'en')).toEqual([
      { ...list, code: 'KIND', order: 1, description: 'Kind of need', values: kinds('en') },
      {
        ...list,
        code: 'CONFIDENTIAL',
        order: 2,
        description:
          'Confidential: handlers see neither name nor number, and nothing of it is shown in public',
        values: [
          { key: 'yes', name: 'Yes' },
          { key: 'no', name: 'No' },
        ],
      },
      {
        variable: false,
        code: 'PHOTO',
        datatype: 'text',
        required: false,
        datatype_description: null,
        order: 3,
        description: 'Please attach a photo taken at the place',
      },
    ])
  })

  it('asks for the door of a home first, and says everything in Chinese too', () => {
    const [door, kind, confidential, ...more] = definitionOf(bulb, 'zh')
    expect(door).toEqual({
      variable: true,
      code: 'DOOR',
      datatype: 'string',
      required: true,
      datatype_description: null,
      order: 1,
      description: '上门的楼栋、单元和房号',
    })
    expect(kind).toMatchObject({ order: 2, description: '诉求类型', values: kinds('zh') })
    expect(confidential).toMatchObject({
      order: 3,
      description: '要求保密：办理的人看不到姓名和电话，也不对外公开',
      values: [
        { key: 'yes', name: '是' },
        { key: 'no', name: '否' },
      ],
    })
    expect(more).toEqual([])
    expect(definitionOf(lamp, 'zh').at(-1)?.description).toBe('请附一张现场照片')
    expect(definitionOf(bulb, 'en')[0]?.description).toBe('Building, entrance and room to come to')
  })
})

describe('what was sent for the attributes', () => {
  const sent = (values: Record<string, string>) => new Map(Object.entries(values))
  const refused = (item: typeof lamp | typeof bulb, values: Record<string, string>) => {
    try {
      givenOf(item, sent(values))
    } catch (error) {
      if (error instanceof Refusal) return [error.status, error.words.zh, error.words.en]
      throw error
    }
    return []
  }

  it('is the item’s own kind and no secret where nothing is said', () => {
    expect(givenOf(lamp, sent({}))).toEqual({ door: null, kind: 'report', confidential: false })
    expect(givenOf(lamp, sent({ KIND: ' ', CONFIDENTIAL: 'no' }))).toEqual({
      door: null,
      kind: 'report',
      confidential: false,
    })
  })

  it('is read without the spaces around it; what was not asked for is left alone', () => {
    expect(
      givenOf(
        bulb,
        sent({ DOOR: ' 3栋1单元502 ', KIND: ' complaint ', CONFIDENTIAL: ' yes ', COLOUR: 'red' }),
      ),
    ).toEqual({ door: '3栋1单元502', kind: 'complaint', confidential: true })
    expect(givenOf(lamp, sent({ DOOR: '3栋' })).door).toBeNull()
    expect(givenOf(bulb, sent({ DOOR: '门'.repeat(99) })).door).toBe('门'.repeat(60))
  })

  it('is refused in words where a door is missing or a word is not in its list', () => {
    expect(refused(bulb, { DOOR: '  ' })).toEqual([
      400,
      '缺少 attribute[DOOR]：上门的楼栋、单元和房号。',
      'attribute[DOOR] is required: Building, entrance and room to come to.',
    ])
    const list = Object.keys(KINDS)
    expect(refused(lamp, { KIND: 'toString' })).toEqual([
      400,
      `attribute[KIND] 只能是 ${list.join('、')}。`,
      `attribute[KIND] must be one of ${list.join(', ')}.`,
    ])
    expect(refused(lamp, { CONFIDENTIAL: 'perhaps' })[0]).toBe(400)
  })
})
