import { desk } from '../../../kit/routes.ts'

/** The address of an area in the tree; without a path, or at the region itself, the top. */
export const placeUrl = (path: string | null | undefined): string =>
  path && path !== '/' ? `${desk.places.url()}?at=${encodeURIComponent(path)}` : desk.places.url()
