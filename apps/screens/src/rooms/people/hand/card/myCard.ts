import type { Answer } from '../../../../kit/endpoints.ts'

export type MyCard = NonNullable<Answer<'getMyCard'>['card']>
