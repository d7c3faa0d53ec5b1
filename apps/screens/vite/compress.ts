import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt'])
const squeeze = promisify(gzip)

/** Writes a `.gz` beside every text file of a build, so the server only has to send it. */
export function compress(): Plugin {
  let outDir = ''
  return {
    name: 'linli-compress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async writeBundle() {
      const files = await readdir(outDir, { recursive: true, withFileTypes: true })
      const texts = files.filter((file) => file.isFile() && TEXT.has(extname(file.name)))
      await Promise.all(
        texts.map(async (file) => {
          const path = join(file.parentPath, file.name)
          await writeFile(`${path}.gz`, await squeeze(await readFile(path), { level: 9 }))
        }),
      )
    },
  }
}
