import type { ClaimResult } from './claims.ts'
import type { Live } from './live.ts'
import { type LoopResult, median, ratioOf, type Window } from './loop.ts'
import type { Sustained } from './sustained.ts'

const of = (windows: readonly Window[], what: (window: Window) => number): number => median(windows.map(what))

/** Medians over the rounds; the ratios are the medians of the rounds' own ratios. */
export function loopTable({ measured, memory }: LoopResult): string[] {
  return [
    '| operation | connections | Linli /s | bare /s | ratio | p50 ms | p99 ms | CPU us a request: server + database | bare | CPU ratio | bare with effects /s | ratio | CPU ratio | pgbench tps | steal % |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...measured.map((entry) => {
      const { operation, connections, linli, bare, effects, pgbench } = entry
      const cpu = (windows: readonly Window[]) => of(windows, ({ server, database }) => server + database)
      const cells = [
        operation,
        connections,
        of(linli, (w) => w.perSecond).toFixed(0),
        of(bare, (w) => w.perSecond).toFixed(0),
        ratioOf(entry, bare).toFixed(2),
        of(linli, (w) => w.p50).toFixed(1),
        of(linli, (w) => w.p99).toFixed(1),
        `${of(linli, (w) => w.server).toFixed(0)} + ${of(linli, (w) => w.database).toFixed(0)}`,
        `${of(bare, (w) => w.server).toFixed(0)} + ${of(bare, (w) => w.database).toFixed(0)}`,
        (cpu(linli) / cpu(bare)).toFixed(2),
        ...(effects.length > 0
          ? [
              of(effects, (w) => w.perSecond).toFixed(0),
              ratioOf(entry, effects).toFixed(2),
              (cpu(linli) / cpu(effects)).toFixed(2),
            ]
          : ['', '', '']),
        pgbench.length > 0 ? median(pgbench).toFixed(0) : '',
        of([...linli, ...bare], (w) => w.steal).toFixed(0),
      ]
      return `| ${cells.join(' | ')} |`
    }),
    '',
    `Failed requests: ${measured.flatMap(({ linli, bare, effects }) => [...linli, ...bare, ...effects]).reduce((sum, { failed }) => sum + failed, 0)}. Server process after load: ${memory.toFixed(0)} MB.`,
  ]
}

export const claimLines = (claims: ClaimResult): string[] => [
  `Claims, 500 on 100 orders at the same moment, five times: ${claims.claims} claims, ${claims.winners} winners, ${claims.ordersTaken} orders taken, ${claims.others} other answers; ${claims.perSecond.toFixed(0)}/s. pgbench's bare conditional update, 500 on 100 orders: ${claims.pgbench.toFixed(0)} tps (${(claims.perSecond / claims.pgbench).toFixed(2)}).`,
]

export const sustainedLines = (run: Sustained): string[] => [
  `64 connections for ${run.seconds.toFixed(0)} s on a pool of 10: ${run.requests} orders placed, ${run.failed} refused, ${run.serverErrors} server errors, ${run.unequalHistories} orders whose history is not one row a version; p99 ${run.p99.toFixed(0)} ms; server ${run.memory.toFixed(0)} MB.`,
]

export const liveLines = (live: Live): string[] => [
  `${live.pages} live pages: ${live.heard} events heard, p50 ${live.p50.toFixed(0)} ms, p99 ${live.p99.toFixed(0)} ms from sending the order.`,
]
