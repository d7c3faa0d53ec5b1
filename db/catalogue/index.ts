import type { Tables } from '../tables.ts'
import { insightTables } from './insight.ts'
import { kernelTables } from './kernel.ts'
import { noticesTables } from './notices.ts'
import { orderTables } from './orders.ts'
import { peopleTables } from './people.ts'
import { placesTables } from './places.ts'
import { pointsTables } from './points.ts'
import { privacyTables } from './privacy.ts'
import type { TableEntry } from './words.ts'

/** Every table of the house: what each column is for, how it is to be guarded, and how long it is kept. */
export const CATALOGUE: { readonly [table in keyof Tables]: TableEntry } = {
  ...kernelTables,
  ...placesTables,
  ...peopleTables,
  ...orderTables,
  ...pointsTables,
  ...noticesTables,
  ...insightTables,
  ...privacyTables,
}
