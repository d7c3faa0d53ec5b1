import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** Chinese is the source and the key; each room keeps its own English beside its pages. */
export default defineConfig({
  sourceLocale: 'zh',
  locales: ['zh', 'en'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['<rootDir>/src'],
      exclude: ['<rootDir>/src/rooms/**', '**/gallery.tsx'],
    },
    { path: '<rootDir>/src/rooms/{name}/locales/{locale}', include: ['<rootDir>/src/rooms/{name}'] },
  ],
  format: formatter({ lineNumbers: false }),
})
