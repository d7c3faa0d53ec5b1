import { join } from 'node:path'

/** Where unpacked and generated things of the browser are kept between runs. */
export const cache = join(import.meta.dirname, '../../../node_modules/.cache/linli-browser')
