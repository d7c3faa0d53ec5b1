/**
 * Which module may see which. Paths are relative to the root of the tree that is cruised, so the same rules read
 * the house and the planted tree of `tools/checks/planted/`, where every rule below must be broken exactly once.
 */
const ours = '^(apps|bench|db|packages|scenarios|tests|tools)/'
const room = '^apps/server/src/rooms/([^/]+)/'
const test = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'contract-stands-alone',
      comment: 'The contract is the common word of all sides: it imports nothing of ours.',
      severity: 'error',
      from: { path: '^packages/contract/src/' },
      to: { path: ours, pathNot: '^packages/contract/' },
    },
    {
      name: 'browser-code-without-node',
      comment: 'Contract, presets and screens also run in a browser, which has no Node modules.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|apps/screens)/src/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'screens-never-see-server',
      comment: 'Screens know the server only by the contract.',
      severity: 'error',
      from: { path: '^apps/screens/' },
      to: { path: '^(apps/server|db)/' },
    },
    {
      name: 'server-never-sees-screens',
      comment: 'The server serves built screens as files and imports none of them.',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/screens/' },
    },
    {
      name: 'presets-know-only-contract',
      comment: 'A preset is typed data: contract and other presets, no package, no Node module.',
      severity: 'error',
      from: { path: '^packages/presets/src/', pathNot: test },
      to: { pathNot: '^packages/(contract|presets)/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'rooms-by-the-front-door',
      comment: 'A room calls another only through its index.ts, or listens to its events. Tests too.',
      severity: 'error',
      from: { path: room },
      to: {
        path: '^apps/server/src/rooms/',
        pathNot: ['^apps/server/src/rooms/$1/', '^apps/server/src/rooms/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'kernel-knows-no-room',
      comment: 'The kernel serves every room alike, so it can name none.',
      severity: 'error',
      from: { path: '^apps/server/src/kernel/' },
      to: { path: '^apps/server/src/rooms/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules see the contract and other rules: no database, clock, package or Node module.',
      severity: 'error',
      from: { path: `${room}rules(/|\\.ts$)`, pathNot: test },
      to: { pathNot: ['^packages/contract/', '^apps/server/src/rooms/[^/]+/(rules(/|\\.ts$)|index\\.ts$)'] },
    },
    {
      name: 'sql-in-stores-and-views',
      comment:
        'SQL is written in a store, in views and in the kernel, nowhere else; a noun inside a room may have its own.',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: [
          test,
          '^apps/server/src/kernel/',
          '^apps/server/src/rooms/[^/]+/(store|views)(/|\\.ts$)',
          '^apps/server/src/rooms/[^/]+/[^/]+/(store|views)(/|\\.ts$)',
        ],
      },
      // The type of a statement may be named anywhere: actions hand statements on without writing them.
      to: { path: '(^|/)node_modules/(@types/)?(pg|sql-template-tag)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-never-sees-tests',
      comment: 'What runs for people does not import what was written for tests.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: test },
      to: { path: ['^tests/', test] },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'Every import names a file or package that is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' }, // what Vite makes as it builds
    },
  ],
  options: {
    // Beside TypeScript 7 alone the cruiser reads no module and still reports no violation.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^apps/[^/]+/dist/', '^tools/checks/planted/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
