import { join } from 'node:path'
import { getConfig } from '@lingui/conf'
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { type Alias, defineConfig } from 'vite'
import { compress } from './vite/compress.ts'
import { endpointTable, type Screen } from './vite/endpointTable.ts'

const here = import.meta.dirname
const linguiConfig = { configPath: join(here, 'lingui.config.ts') }

// The Chinese sentence stays in the page that says it; only the English catalogue is a file of its own.
const sentences = linguiTransformerBabelPreset(
  { descriptorFields: 'message', linguiConfig: getConfig(linguiConfig) },
  linguiConfig,
)

/** One module graph cannot hold two runtimes for a shared file, so `hand` (Preact) and `desk` (React) are two builds; `wall` is a third, which loads alone. */
const preact: Alias[] = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^use-sync-external-store\/shim$/, replacement: 'preact/compat' }, // a CommonJS shim for older React
  { find: /^\.\/react-deps\.js$/, replacement: join(here, 'src/kit/hand/routerHooks.ts') }, // the router's
]

const screens: Readonly<
  Record<Screen, { readonly base: string; readonly pages: readonly string[]; readonly alias: Alias[] }>
> = {
  hand: { base: '/', pages: ['index', 'walk'], alias: preact },
  desk: { base: '/desk/', pages: ['index'], alias: [] },
  wall: { base: '/wall/', pages: ['index'], alias: [] },
}

/** What the first page of a phone asks for before anything else. */
const FIRST = ['whoAmI', 'getPlace', 'listMyOrders']

const isScreen = (mode: string): mode is Screen => Object.hasOwn(screens, mode)

export default defineConfig(({ mode, command }) => {
  if (!isScreen(mode)) throw new Error(`Say which screen: --mode ${Object.keys(screens).join(', ')}`)
  const screen = screens[mode]
  const root = join(here, mode)
  return {
    root,
    base: screen.base,
    cacheDir: join(here, 'node_modules/.vite', mode),
    // A mode of our own would otherwise leave React and Lingui in their development dress.
    define: {
      'process.env.NODE_ENV': JSON.stringify(command === 'build' ? 'production' : 'development'),
    },
    resolve: { alias: [...screen.alias, { find: /^\/src\//, replacement: `${join(here, 'src')}/` }] },
    plugins: [
      react(),
      babel({ presets: [sentences] }),
      lingui(linguiConfig),
      tailwind(),
      endpointTable(mode, mode === 'hand' ? FIRST : null),
      compress(),
    ],
    build: {
      outDir: join(here, 'dist', mode),
      emptyOutDir: true,
      // Tailwind 4 needs cascade layers: nothing older can show these pages.
      target: ['chrome99', 'safari15.4', 'firefox97'],
      modulePreload: { polyfill: false },
      manifest: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: Object.fromEntries(screen.pages.map((page) => [page, join(root, `${page}.html`)])),
        treeshake: { moduleSideEffects: [{ test: /packages\/contract\//, sideEffects: false }] },
      },
    },
    server: {
      fs: { allow: [join(here, '../..')] },
      proxy: { '/api': process.env['LINLI_API'] ?? 'http://127.0.0.1:4000' },
    },
  }
})
