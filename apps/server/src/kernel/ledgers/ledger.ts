import type { Role, Vocabulary, Words } from '@linli/contract'
import type { CellKind } from '@linli/contract/ledgers/words'

/**
 * One column of a ledger. All SQL of a ledger is written by us, never typed by a person, and speaks of the aliases of
 * the ledger's `from`.
 */
export type LedgerColumn = {
  readonly key: string
  readonly name: Words
  /** `code` is shown by its word, `money` is fen, `day` is a date, `time` an instant. */
  readonly kind: CellKind
  readonly sql: string
  /** Shown and exported masked, to everybody: 王*, 138****1234 (then `sql` is the tail that is kept beside the cipher). */
  readonly mask?: 'name' | 'phone'
  /** The words of a `code`: a vocabulary, or the name of a list of the place's rules (`items`, `skills`, `facilities`…). */
  readonly words?: Vocabulary<string> | string
  /** May be sorted by; its value is never null. */
  readonly sorts?: true
  /** Of a `code`: may be filtered by. */
  readonly filters?: true
  /** The field of the editing command's body that a cell of this column becomes. */
  readonly edits?: string
}

/** How edited cells go back: one row, one command of the room, with that command's own policy, version and record. */
export type LedgerEdit = {
  /** A command whose address has `:id`, the id of the row. */
  readonly operation: string
  readonly roles: readonly Role[]
  /** jsonb: what the command's body holds beside the edited fields, as the row is now; its version among it if it has one. */
  readonly body: string
}

/**
 * A ledger (台账): a list that fills itself from what people do anyway. It is data about a read. The ledgers room adds
 * the region, the reader's own ranges of `path`, filters, order, masks, paging, totals, files and the way back.
 */
export type Ledger = {
  /** In addresses and stored choices; never changed. */
  readonly key: string
  readonly name: Words
  /** One sentence: what stands in it. */
  readonly about: Words
  /** Whoever holds one of these over an area reads the rows of that area: no wider than the room's own lists. */
  readonly roles: readonly Role[]
  /** `orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id` */
  readonly from: string
  /** What of it counting needs, where the rest only adds words and no row: without it all of `from`. */
  readonly counts?: string
  readonly region: string
  readonly path: string
  /** A uuid, one a row. */
  readonly id: string
  /** The instant a row is entered at: newest first, the period, and the months of what is retired go by it. */
  readonly at: string
  readonly where?: string
  /** Holds for readers without the whole region. */
  readonly narrowed?: string
  readonly columns: readonly LedgerColumn[]
  /** Key of a `code` column: totals by its values. What has no value, or one that has no word, is 其他, so that the parts make the whole. */
  readonly groups?: string
  readonly edit?: LedgerEdit
}

/**
 * The way to an area in words, over columns of the surrounding query: from the second level down, or from the community
 * where that is the first, without which a grid would be told apart from no other 第一网格; the compound before its
 * building: 桃源社区 一网格 阳光小区 3栋 2单元. The prefixes are joined, not compared by `any`: before PostgreSQL 17 a
 * function's result under the net is never an index condition.
 */
export const areaWords = (region: string, path: string): string =>
  `(select coalesce(string_agg(concat_ws(' ', up.compound, up.name), ' ' order by length(up.path)), '')
    from unnest(area_prefixes(${path})) with ordinality way(path, at) join areas up on up.region_id = ${region} and up.path = way.path
    where way.at > 1 or up.level = 'community' or way.path = ${path})`
