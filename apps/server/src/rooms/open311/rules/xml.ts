/** What an answer consists of, in both formats: the specification's JSON, from which its XML follows. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** How the elements of a list are called, by the name of the list. */
const ITEMS: { readonly [list: string]: string } = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_requests_updates: 'request_update',
  service_request_updates: 'request_update',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
}

const ESCAPES: { readonly [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;', // a reader would make a line feed of it
}

/** Letters that XML 1.0 knows: control letters and halves of pairs have no place in it, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNKNOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as it stands in an element or an attribute. */
export const xmlText = (value: string): string =>
  value
    .toWellFormed()
    .replace(UNKNOWN, '')
    .replace(/[&<>"\r]/g, (letter) => ESCAPES[letter] ?? letter)

function element(name: string, value: Value): string {
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value))
    return value.length === 0
      ? `<${name}/>`
      : `<${name}>${value.map((one) => element(ITEMS[name] ?? 'item', one)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([child, one]) => element(child, one))
      .join('')}</${name}>`
  return `<${name}>${xmlText(String(value))}</${name}>`
}

/** An answer as an XML document. @param root the name of its outermost element */
export const toXml = (root: string, value: Value): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`
