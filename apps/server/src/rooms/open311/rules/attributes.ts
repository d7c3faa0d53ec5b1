import type { CatalogueItem, Kind, Words } from '@linli/contract'
import { KINDS } from '@linli/contract'
import { badRequest } from './refusal.ts'

type Language = 'zh' | 'en'
type Item = Pick<CatalogueItem, 'homeEntry' | 'photoNeedsPlace' | 'evidence' | 'kind'>
type Attribute = {
  readonly variable: boolean
  readonly code: string
  readonly datatype: 'string' | 'singlevaluelist' | 'text'
  readonly required: boolean
  readonly description: Words
  readonly values?: { readonly [key: string]: Words }
}

const YES_NO = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }
const KIND: Attribute = {
  variable: true,
  code: 'KIND',
  datatype: 'singlevaluelist',
  required: false,
  description: { zh: '诉求类型', en: 'Kind of need' },
  values: KINDS,
}
const CONFIDENTIAL: Attribute = {
  variable: true,
  code: 'CONFIDENTIAL',
  datatype: 'singlevaluelist',
  required: false,
  description: {
    zh: '要求保密：办理的人看不到姓名和电话，也不对外公开',
    en: 'Confidential: handlers see neither name nor number, and nothing of it is shown in public',
  },
  values: YES_NO,
}
const DOOR: Attribute = {
  variable: true,
  code: 'DOOR',
  datatype: 'string',
  required: true,
  description: { zh: '上门的楼栋、单元和房号', en: 'Building, entrance and room to come to' },
}
const PHOTO: Attribute = {
  variable: false,
  code: 'PHOTO',
  datatype: 'text',
  required: false,
  description: { zh: '请附一张现场照片', en: 'Please attach a photo taken at the place' },
}

/** What is asked of a service beyond place and words: it follows from the catalogue's item. */
const attributesOf = (item: Item): Attribute[] => [
  ...(item.homeEntry ? [DOOR] : []),
  KIND,
  CONFIDENTIAL,
  ...(item.photoNeedsPlace ? [PHOTO] : []),
]

/** The attributes of a service as the specification lists them. */
export const definitionOf = (item: Item, language: Language) =>
  attributesOf(item).map(({ variable, code, datatype, required, description, values }, at) => ({
    variable,
    code,
    datatype,
    required,
    datatype_description: null,
    order: at + 1,
    description: description[language],
    ...(values
      ? { values: Object.entries(values).map(([key, name]) => ({ key, name: name[language] })) }
      : {}),
  }))

export type Given = { readonly door: string | null; readonly kind: Kind; readonly confidential: boolean }

/**
 * What was sent for the attributes. Clients send some of their own as well: what was not asked for is left alone.
 * @throws badRequest
 */
export function givenOf(item: Item, sent: ReadonlyMap<string, string>): Given {
  for (const { code, required, description, values } of attributesOf(item)) {
    const value = sent.get(code)?.trim() ?? ''
    if (required && value === '')
      throw badRequest(
        `缺少 attribute[${code}]：${description.zh}。`,
        `attribute[${code}] is required: ${description.en}.`,
      )
    if (value !== '' && values && !Object.hasOwn(values, value))
      throw badRequest(
        `attribute[${code}] 只能是 ${Object.keys(values).join('、')}。`,
        `attribute[${code}] must be one of ${Object.keys(values).join(', ')}.`,
      )
  }
  const kind = sent.get('KIND')?.trim() as Kind | undefined // one of the list, as was seen above
  return {
    door: (item.homeEntry && sent.get('DOOR')?.trim().slice(0, 60)) || null,
    kind: kind || item.kind,
    confidential: sent.get('CONFIDENTIAL')?.trim() === 'yes',
  }
}
