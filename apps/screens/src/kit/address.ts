/** Fills `:name` parts of a path and appends the query; undefined and null values are left out, lists repeat the name. */
export function address(path: string, params: object = {}, query: object = {}): string {
  const values = new Map(Object.entries(params))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value: unknown = values.get(name)
    if (value === undefined || value === null) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  const tail = search.toString()
  return tail ? `${filled}?${tail}` : filled
}
