/** What can keep the embedded PostgreSQL from starting. The code is stable; the message is for a person. */
export type PostgresProblem =
  | 'binariesMissing'
  | 'clusterLost'
  | 'secretsLost'
  | 'dataDirClosed'
  | 'otherOwner'
  | 'unreachable'
  | 'otherVersion'
  | 'initialisationFailed'
  | 'portTaken'
  | 'startFailed'
  | 'testServerTaken'

/** A start that failed for a reason a person can act on. Chinese first, then English. */
export class PostgresError extends Error {
  readonly code: PostgresProblem

  constructor(code: PostgresProblem, chinese: string, english: string) {
    super(`${chinese}\n${english}`)
    this.name = 'PostgresError'
    this.code = code
  }
}

/** Another living Linli process holds the data directory. */
export class AlreadyRunning extends Error {
  readonly pid: number
  readonly address: string | undefined

  constructor(dataDir: string, pid: number, address: string | undefined) {
    const at = address === undefined ? '' : `, ${address}`
    super(
      `邻里已经在运行（进程 ${pid}${at}），数据目录 ${dataDir} 一次只能由一个进程使用。` +
        `请直接使用正在运行的那一个；要重新启动，先在它的窗口按 Ctrl-C，或执行 kill ${pid}；` +
        '要另开一个，请换一个 DATA_DIR 和 PORT。\n' +
        `Linli is already running (process ${pid}${at}); the data directory ${dataDir} serves one process at a time. ` +
        `Use the running one; to restart it, press Ctrl-C in its window or run kill ${pid} first; ` +
        'for a second one, choose another DATA_DIR and PORT.',
    )
    this.name = 'AlreadyRunning'
    this.pid = pid
    this.address = address
  }
}
