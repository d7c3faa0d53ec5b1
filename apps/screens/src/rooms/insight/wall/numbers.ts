import type { CSSProperties } from 'react'

/** A count as it is read from afar: 1204, and from five digits on in threes with narrow spaces, which no line below touches: 34 245. */
export const counted = (value: number): string =>
  value < 10_000 ? String(value) : value.toLocaleString('en-US').replaceAll(',', '\u202f')

/** Room for the longest of some counts, so that the columns of rows stand below each other: how many signs wide. */
const signs = (values: readonly number[]): number =>
  Math.max(1, ...values.map((value) => counted(value).length))

/** The measures of a list of rows with two columns of counts, for the style sheet. */
export const rowsStyle = (rows: number, first: readonly number[], second: readonly number[]): CSSProperties =>
  // Names of our own are unknown to the type of a style.
  ({ '--rows': rows, '--first': signs(first), '--second': signs(second) }) as CSSProperties
