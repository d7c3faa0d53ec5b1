import { readFileSync } from 'node:fs'

/**
 * The processes that started us, up to npm. A signal sent to npm ends npm and its shell without reaching us, so their
 * end is a request to stop. Run without npm nobody is watched: a server started in the background outlives its shell.
 * @returns {{ alive: () => boolean }}
 */
export function watchElders() {
  const parent = process.ppid
  const elders = process.env.npm_lifecycle_event === undefined ? [] : chain(parent)
  return { alive: () => elders.length === 0 || (process.ppid === parent && elders.every(lives)) }
}

/** From the given process up to npm where /proc tells, else the process alone. */
function chain(pid) {
  const found = []
  for (let elder = pid; elder > 1 && found.length < 4; elder = parentOf(elder)) {
    found.push(elder)
    if (read(`/proc/${elder}/cmdline`).startsWith('npm')) return found
  }
  return [pid]
}

function parentOf(pid) {
  const line = read(`/proc/${pid}/stat`)
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

function lives(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Another system than Linux, or a process that ended: nothing is known of it.
    return ''
  }
}
