import { totalmem } from 'node:os'

/** An eighth of the machine's memory, 128 MB at least and 1 GB at most: it shares the machine with our server. */
const buffers = Math.round(Math.min(1024, Math.max(128, totalmem() / 2 ** 23)))

/**
 * Settings of the embedded server, for a small machine. Durability stays on: nothing is acknowledged before it is
 * on disk. The server's log keeps LOG and FATAL only and no details, because ERROR lines can quote people's data.
 */
export const embeddedSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: `${buffers}MB`,
  effective_cache_size: `${buffers * 4}MB`,
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // After a checkpoint the first change to a page writes the whole page to the log: seldom, then, but a crash reads it all.
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
}
