import { ADMINISTRATORS, type Post, type Role } from '@linli/contract'

/** Where a post is held: over an area or in a unit, never both. */
export type PostPlace =
  | { readonly areaPath: string; readonly unitId: null }
  | { readonly areaPath: null; readonly unitId: string }

/** A unit's post needs a unit, a region's post may leave out its area, every other needs one. Undefined: it was not given. */
export function postPlace(
  level: string,
  given: { readonly areaPath?: string | undefined; readonly unitId?: string | undefined },
): PostPlace | undefined {
  if (given.areaPath && given.unitId) return undefined
  if (level === 'unit') return given.unitId ? { areaPath: null, unitId: given.unitId } : undefined
  if (given.unitId) return undefined
  const areaPath = given.areaPath ?? (level === 'region' ? '/' : undefined)
  return areaPath ? { areaPath, unitId: null } : undefined
}

/** What keeps a post from being given, before anybody is looked up. */
export type PostRefusal = 'unknownPost' | 'administratorPost' | 'postNeedsPlace' | 'daysWrong'

/** The post that is meant and where it is held, or why it cannot be. */
export function postTerms(
  posts: readonly Post[],
  given: {
    readonly post: string
    readonly areaPath?: string | undefined
    readonly unitId?: string | undefined
    readonly fromOn?: string | undefined
    readonly toOn?: string | undefined
  },
):
  | { readonly post: Post; readonly place: PostPlace; readonly refused?: undefined }
  | { readonly refused: PostRefusal } {
  const post = posts.find(({ key }) => key === given.post)
  if (!post) return { refused: 'unknownPost' }
  if (isAdministrators(post)) return { refused: 'administratorPost' }
  const place = postPlace(post.level, given)
  if (!place) return { refused: 'postNeedsPlace' }
  if (given.fromOn && given.toOn && given.toOn < given.fromOn) return { refused: 'daysWrong' }
  return { post, place }
}

const THREE: readonly Role[] = ADMINISTRATORS

/** Whether a post makes its holder one of the three administrators. */
export const isAdministrators = ({ roles }: Pick<Post, 'roles'>): boolean =>
  roles.some((role) => THREE.includes(role))
