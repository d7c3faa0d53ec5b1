/**
 * What a migration may do while the version before still serves. A change that takes something away comes in two steps:
 * a version adds the new form and uses it, the next takes the old one away and says so by `schema_needs`.
 */
export type Finding = { readonly file: string; readonly rule: MigrationRule; readonly statement: string }
export type MigrationRule =
  /** An index on a table with rows is made concurrently, else every write to it waits. */
  | 'indexConcurrently'
  /** `concurrently` cannot run in a transaction: a file of one statement, which says so and may be run again. */
  | 'concurrentlyAlone'
  /** What the version before uses is not renamed, dropped or changed in type, unless the file calls `schema_needs`. */
  | 'takesAway'
  /** A column of a table with rows is added nullable or with a constant default: anything else rewrites or refuses rows. */
  | 'columnRewrites'
  /** A constraint on a table with rows is added `not valid` and validated by a later statement. */
  | 'constraintNotValid'
  /** Rows are changed by a job in batches, not by one long statement. */
  | 'changesRows'
  /** Locks that nobody gets past. */
  | 'heavyLock'
  /** A file changes one table that is there: while it waits for a second it would hold the first. */
  | 'oneTable'
  /** `schema_needs` names an earlier migration than the file's own: the version before this one must not use what goes. */
  | 'needsEarlier'

const DISABLED = '-- postgres-migrations disable-transaction'
const CONSTANT = /\bdefault\s+('[^']*'(::\w+)?|-?\d+(\.\d+)?|true|false|null)(\s|,|$)/i

/** What is wrong with a migration, by statement. @param file its name, `0019_orders_more.sql` */
export function migrationFindings(file: string, text: string): Finding[] {
  const statements = statementsOf(text)
  const fresh = new Set(
    statements.flatMap(
      (statement) => /^create table (?:if not exists )?([\w."]+)/i.exec(statement)?.[1] ?? [],
    ),
  )
  const needs = statements.flatMap((each) => Number(/schema_needs\((\d+)\)/.exec(each)?.[1] ?? Number.NaN))
  const floors = needs.filter((number) => !Number.isNaN(number))
  const isFresh = (table: string | undefined): boolean => table !== undefined && fresh.has(table)
  const found = statements.flatMap((statement) =>
    rulesBroken(statement, isFresh, floors.length > 0).map((rule) => ({ file, rule, statement })),
  )
  const concurrent = statements.filter((statement) => /\bconcurrently\b/i.test(statement))
  for (const statement of concurrent)
    if (statements.length > 1 || !text.includes(DISABLED) || !/if (not )?exists/i.test(statement))
      found.push({ file, rule: 'concurrentlyAlone', statement })
  const altered = new Set(
    statements.flatMap((statement) => {
      const table = /^alter table (?:if exists )?(?:only )?([\w."]+) /i.exec(statement)?.[1]
      return table && !isFresh(table) ? [table] : []
    }),
  )
  if (altered.size > 1) found.push({ file, rule: 'oneTable', statement: [...altered].join(', ') })
  const own = Number(/^\d+/.exec(file)?.[0])
  for (const floor of floors)
    if (floor >= own) found.push({ file, rule: 'needsEarlier', statement: `schema_needs(${floor})` })
  return found
}

function rulesBroken(
  statement: string,
  isFresh: (table: string | undefined) => boolean,
  isContracting: boolean,
): MigrationRule[] {
  const broken: MigrationRule[] = []
  const index =
    /^create (?:unique )?index (concurrently )?(?:if not exists )?[\w"]* ?on (?:only )?([\w."]+)/i.exec(
      statement,
    )
  if (index && !index[1] && !isFresh(index[2])) broken.push('indexConcurrently')
  if (/^drop (table|view|materialized view|function|type|schema)\b/i.test(statement) && !isContracting)
    broken.push('takesAway')
  if (/^drop index (?!concurrently)/i.test(statement)) broken.push('indexConcurrently')
  if (/^(lock|vacuum full|cluster|truncate|reindex (?!.*concurrently))/i.test(statement))
    broken.push('heavyLock')
  const rows = /^(?:update|delete from|insert into) (?:only )?([\w."]+)/i.exec(statement)
  if (rows && !isFresh(rows[1]) && !/^insert into [^;]*\bvalues\b/i.test(statement))
    broken.push('changesRows')
  const [, table, actions] = /^alter table (?:if exists )?(?:only )?([\w."]+) (.*)$/is.exec(statement) ?? []
  if (table && actions && !isFresh(table)) broken.push(...alterations(actions, isContracting))
  return broken
}

function alterations(actions: string, isContracting: boolean): MigrationRule[] {
  const broken: MigrationRule[] = []
  const takesAway =
    /\b(rename|drop column|drop constraint|alter (column )?\w+ (set data )?type|alter (column )?\w+ drop default|set schema)\b/i
  if (takesAway.test(actions) && !isContracting) broken.push('takesAway')
  if (/\balter (column )?\w+ set not null\b/i.test(actions)) broken.push('columnRewrites')
  for (const added of actions.split(/,\s*(?=add\b|alter\b|drop\b)/i)) {
    if (/^add (column )?(?!constraint|check|unique|primary|foreign|exclude)/i.test(added)) {
      const isGenerated = /\bgenerated\b/i.test(added)
      const wrongDefault = /\bdefault\b/i.test(added) && !CONSTANT.test(added)
      const refuses = /\bnot null\b/i.test(added) && !/\bdefault\b/i.test(added)
      const checks = /\b(unique|primary key|references)\b/i.test(added)
      if (isGenerated || wrongDefault || refuses || checks) broken.push('columnRewrites')
    }
    if (
      /^add (constraint\b|check\b|unique\b|primary\b|foreign\b|exclude\b)/i.test(added) &&
      !/\bnot valid\b|\busing index\b/i.test(added)
    )
      broken.push('constraintNotValid')
  }
  return broken
}

/** The statements of a file on one line each, without comments; what stands in dollar quotes stays with its statement, emptied. */
export function statementsOf(text: string): string[] {
  const bare = text
    .replace(/(\$\w*\$)[\s\S]*?\1/g, "''")
    .replace(/'(?:[^']|'')*'/g, (quoted) => quoted.replaceAll(';', ' ').replaceAll('--', ' '))
    .replace(/--[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
  return bare
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '')
}
