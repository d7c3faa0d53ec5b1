/** The way to the sign-in page and back here afterwards. */
export const signInUrl = (signIn: string, next: string) => `${signIn}?next=${encodeURIComponent(next)}`

/** Where to go after signing in: only a path of this site. */
export function nextFrom(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? ''
  return /^\/(?![/\\])/.test(next) ? next : '/'
}
