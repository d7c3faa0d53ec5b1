/** The paths of every area above one, the uppermost first: `/c03/g12/` lies below `/` and `/c03/`. */
export function pathsAbove(path: string): string[] {
  const codes = path.split('/').filter((code) => code !== '')
  return codes.map((_, index) => (index === 0 ? '/' : `/${codes.slice(0, index).join('/')}/`))
}
