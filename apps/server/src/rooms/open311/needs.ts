import type { CatalogueItem, ServiceList, Words } from '@linli/contract'
import type { Deps } from '../../kernel/deps.ts'
import type { Storage } from '../../kernel/uploads/storage.ts'
import type { HouseNote, HouseOrder, Shown, StepResult } from '../orders/index.ts'

/** What the door needs of the other rooms; main wires their front doors to it. */
export type Open311Needs = Deps & {
  readonly storage: Storage
  terms(region: number): Promise<{
    readonly gbCode: string
    readonly name: Words
    readonly isDemo: boolean
    readonly items: readonly CatalogueItem[]
    readonly lists: readonly ServiceList[]
  }>
  /** The smallest area that holds a point. */
  areaAtPoint(region: number, longitude: number, latitude: number): Promise<string | undefined>
  /** What an address in somebody's own words may mean, the surest first. */
  areasOfAddress(region: number, typed: string): Promise<readonly string[]>
  areaOfSlug(region: number, slug: string): Promise<string | undefined>
  /** The newest publications of an area, in their redacted words. */
  shown(region: number, area: string | undefined): Promise<readonly Shown[]>
  placeOrder(region: number, wanted: HouseOrder): Promise<StepResult>
  /** 补充说明 by the house's own hand, written with what else belongs to it. @throws notFound, and notNow where the order is closed */
  addNote(region: number, note: HouseNote): Promise<StepResult>
  /** Uses a minute of one network address without a key; 0 is no limit. */
  readonly perAddress: number
}
