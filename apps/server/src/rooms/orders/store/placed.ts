import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** An order as it was sent: what the desk may change since is read from the order's first event. */
export type Placed = {
  readonly content: {
    readonly channel: string
    readonly kind: string
    readonly item: string | null
    readonly path: string
    readonly anonymous: boolean
    readonly confidential: boolean
    readonly restriction: string
    readonly aboutPerson: string | null
    readonly aboutUnit: string | null
    readonly title: string
    readonly detail: string
    readonly name: string | null
    /** The look-up hash, hexadecimal. */
    readonly phone: string | null
    readonly voice: string | null
    readonly photos: readonly string[]
  }
  /** Encrypted. */
  readonly address: string | null
}

/** What an order was placed with, or undefined when it is not there or not to be seen. */
export async function placedContent(db: Database, scope: Scope, id: string): Promise<Placed | undefined> {
  const [row] = await db.read<Placed['content'] & { address: string | null }>(
    scope,
    sql`
    select e.facts->>'channel' as channel, e.facts->>'kind' as kind, 
      -- events from before they had columns of their own kept both among their facts
      case when e.facts ? 'item' then e.facts->>'item' else e.item end as item, coalesce(e.facts->>'path', e.path) as path, o.anonymous, o.confidential, o.restriction,
      o.about_person_id as "aboutPerson", o.about_unit_id as "aboutUnit", t.title, t.detail, t.contact_name as name, encode(t.contact_phone_hmac, 'hex') as phone,
      t.voice_file_id as voice, t.address_cipher as address,
      array(select v.file_id from order_evidence v where v.region_id = o.region_id and v.order_id = o.id and v.version = 1 and v.kind = 'requestPhoto' order by v.id) as photos
    from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
      join order_events e on e.region_id = o.region_id and e.order_id = o.id and e.version = 1
    where o.region_id = ${scope.region} and o.id = ${id}::uuid`,
  )
  if (!row) return undefined
  const { address, ...content } = row
  return { content, address }
}
