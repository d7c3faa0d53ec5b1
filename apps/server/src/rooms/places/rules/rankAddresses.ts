import type { AddressReason, Sureness } from '@linli/contract/places/addressWords'

export type Hit = {
  readonly path: string
  readonly level: string
  readonly text: string
  readonly room: string | null
  readonly householdId: string | null
  readonly reasons: readonly AddressReason[]
}

export type RankedHit = Omit<Hit, 'reasons'> & { sureness: Sureness; reasons: AddressReason[] }

const MOST = 20
const ORDER: readonly Sureness[] = ['sure', 'likely', 'possible']
/** Reading that is plain all the same: the place is called so, too. */
const PLAIN: readonly AddressReason[] = ['alias', 'formerName', 'otherUnit']
const DOUBTFUL: readonly AddressReason[] = ['contradicts', 'inside', 'leftOver', 'noSuchRoom', 'partOfRoom']

const surenessOf = ({ reasons }: Hit): Sureness => {
  if (reasons.some((reason) => DOUBTFUL.includes(reason))) return 'possible'
  return reasons.every((reason) => PLAIN.includes(reason) || reason === 'missingPart') ? 'sure' : 'likely'
}

const FAR = Number.POSITIVE_INFINITY

/**
 * The surest first, at most twenty, each place once. Several that are equally sure are each only possible; where a room was
 * found, places without it are left out.
 * @param metres how far a place is from whoever asks; of what is as sure the nearest comes first
 */
export function ranked(
  hits: readonly Hit[],
  metres: (path: string) => number | undefined = () => undefined,
): RankedHit[] {
  const wanted = hits.some(({ room }) => room !== null)
    ? hits.filter(({ reasons }) => !reasons.includes('noSuchRoom'))
    : hits
  const once = new Map<string, Hit & { sureness: Sureness }>()
  for (const hit of wanted) {
    const key = `${hit.path} ${hit.room ?? ''}`
    const sureness = surenessOf(hit)
    const known = once.get(key)
    if (!known || ORDER.indexOf(sureness) < ORDER.indexOf(known.sureness)) once.set(key, { ...hit, sureness })
  }
  const all = [...once.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.sureness) - ORDER.indexOf(b.sureness) ||
      Number(a.room === null) - Number(b.room === null) ||
      order(metres(a.path) ?? FAR, metres(b.path) ?? FAR) ||
      a.path.length - b.path.length ||
      order(a.path, b.path) ||
      order(a.room ?? '', b.room ?? ''),
  )
  const [first] = all
  const best = all.filter(({ sureness }) => sureness === first?.sureness)
  const isChoice = best.length > 1
  return all.slice(0, MOST).map((hit) => ({
    ...hit,
    sureness: isChoice && best.includes(hit) ? 'possible' : hit.sureness,
    reasons: [...new Set(hit.reasons)],
  }))
}

const order = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
