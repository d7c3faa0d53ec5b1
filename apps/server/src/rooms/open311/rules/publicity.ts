import type { CatalogueItem } from '@linli/contract'

/**
 * Whether an item is a matter of a place everybody uses: nobody's home, and its work is shown by a photo of the place.
 * Of everything else even the name of the service says something about somebody.
 */
export const concernsPlace = ({
  homeEntry,
  photoNeedsPlace,
  evidence,
}: Pick<CatalogueItem, 'homeEntry' | 'photoNeedsPlace' | 'evidence'>): boolean =>
  !homeEntry && (photoNeedsPlace || evidence.includes('beforePhoto'))
