import { type Static, type TSchema, Type } from 'typebox'
import { codesOf, type Vocabulary, type Words } from './words.ts'

/** The longest text a person may write; real citizens' messages reach 6,999 characters. */
export const TEXT_MAX = 8000

/** One of a vocabulary's codes. */
export function CodeOf<Code extends string>(vocabulary: Vocabulary<Code>, title?: string) {
  return Type.Unsafe<Code>({ type: 'string', enum: codesOf(vocabulary), ...(title ? { title } : {}) })
}

/** A text a person wrote: trimmed by the screens, at least one visible character. `title` is the field's Chinese name in errors. */
export const Text = (title: string, maxLength = TEXT_MAX, minLength = 1) =>
  Type.String({ title, minLength, maxLength, ...(minLength > 0 ? { pattern: '\\S' } : {}) })

export const Id = (title = '编号') => Type.String({ title, format: 'uuid' })
export const Instant = (title = '时间') => Type.String({ title, format: 'date-time' })
export const Day = (title = '日期') => Type.String({ title, format: 'date' })
/** A mainland mobile or landline number, digits only. */
export const Phone = (title = '电话') =>
  Type.String({
    title,
    pattern: '^(1[3-9]\\d{9}|0\\d{2,3}\\d{7,8})$',
    description: '11 位手机号，或区号加座机号，只写数字',
  })
/** An area path such as `/c03/g12/b5/`: codes with a terminator, compared as bytes. */
export const AreaPath = (title = '地点') =>
  Type.String({ title, pattern: '^/([a-z0-9]{1,12}/){0,8}$', maxLength: 120 })
export const Version = (title = '版本') => Type.Integer({ title, minimum: 1, maximum: 2147483647 })
export const Count = (title = '数量') => Type.Integer({ title, minimum: 0, maximum: 9007199254740991 })
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Optional = Type.Optional
export const WordsShape = Type.Object({ zh: Type.String(), en: Type.String() })
/** An object that refuses fields it does not know. */
export const Shape = <P extends Record<string, TSchema>>(properties: P, title?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(title ? { title } : {}) })
/** A page of a keyset-paged list: `next` is an opaque cursor, absent on the last page. */
export const PageOf = <T extends TSchema>(item: T) =>
  Shape({ items: Type.Array(item), next: Nullable(Type.String()) })
export const PageQuery = {
  limit: Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 100, default: 20 })),
  after: Optional(Type.String({ title: '下一页', maxLength: 400 })),
}
export type { Static, TSchema, Words }
export { Type }
