// Planted: browser-code-without-node
export { readFile } from 'node:fs/promises'
