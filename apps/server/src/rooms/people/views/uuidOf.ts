/** A cursor over ids; anything else begins at the start. */
export const uuidOf = (after: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : '00000000-0000-0000-0000-000000000000'
