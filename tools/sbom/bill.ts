/** What we read of a CycloneDX bill of materials. */
export type Bill = {
  readonly components: readonly Component[]
  readonly [field: string]: unknown
}
type Component = { readonly 'bom-ref': string; readonly [field: string]: unknown }

/**
 * The bill that npm made of the lockfile, without what differs from run to run and machine to machine: number, time, npm's
 * own version and the folder's name. One component a line, so that a change reads as a change.
 * @param made npm's JSON @param name of the project
 */
export function billOf(made: string, name: string): string {
  const bill = JSON.parse(made) as Bill & {
    metadata: { component: object }
    dependencies: readonly object[]
  } // npm's own form
  const { $schema, bomFormat, specVersion, version, metadata, components, dependencies } = bill
  const head = {
    $schema,
    bomFormat,
    specVersion,
    version,
    metadata: { component: { ...metadata.component, name } },
  }
  const lines = (list: readonly object[]): string =>
    list
      .map((one) => JSON.stringify(one, (_, value: unknown) => (isEmpty(value) ? undefined : value)))
      .join(',\n')
  return `${JSON.stringify(head).slice(0, -1)},"components":[\n${lines(components)}\n],"dependencies":[\n${lines(dependencies)}\n]}\n`
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Every package of a lockfile as `name@version`, each once. */
export function packagesOf(lockfile: string): string[] {
  const { packages } = JSON.parse(lockfile) as {
    packages: { [path: string]: { name?: string; version?: string; link?: boolean } }
  } // npm's lockfile, version 3
  const own = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true)
  const named = own.map(
    ([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`,
  )
  return [...new Set(named)].sort()
}
