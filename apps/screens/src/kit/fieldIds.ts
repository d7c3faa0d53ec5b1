/** Names that tie a field, its hint and its error together; `field` is the name the contract and its errors use. */
export const fieldId = (field: string) => `field-${field}`

/** The error of a field in a list of them, if any. */
export function errorOf(
  errors: readonly { field: string; message: string }[],
  field: string,
): string | undefined {
  return errors.find((error) => error.field === field)?.message
}

/** aria attributes of a control with a hint and an error below its label. */
export function describe(field: string, hint: unknown, error: string | undefined) {
  const id = fieldId(field)
  const by = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '').join(' ')
  return {
    id,
    name: field,
    ...(by ? { 'aria-describedby': by } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  }
}
