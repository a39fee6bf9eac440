import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitCodeOf, withNode } from './launcher.mjs'

/** How long a server that was asked to stop may take; a little longer than it gives itself. */
const patienceMs = 60_000
/** So many faults within so long are not mended by another start. */
const mostFaults = 5
const faultsWithinMs = 60_000
/** Ends that another start does not mend: an asked stop, and a refusal that has said what a person must do. */
const settledCodes = [0, 1]

/** Calls `stop` once: for a signal to us, or where npm, which started us, is gone. Returns how to stop listening. */
function onEnd(stop) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  // npm hands on a Ctrl-C that the terminal has already sent us: the second one means the same.
  for (const signal of signals) process.on(signal, stop)
  const parent = process.ppid
  const startedByNpm = process.env.npm_lifecycle_event !== undefined
  const watch = setInterval(() => startedByNpm && process.ppid !== parent && stop(), 1000)
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, stop)
  }
}

function startServer({ root, node, mode }) {
  const env = { ...withNode(node), MODE: mode }
  const watch = pathToFileURL(join(root, 'scripts', 'watch-launcher.mjs')).href
  return spawn(node, ['--import', watch, join(root, 'src', 'apps', 'server', 'main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches the launcher alone, which asks the server to stop exactly once.
    detached: process.platform !== 'win32',
  })
}

/** Asks a server to stop; one that does not is killed. */
function endServer(server) {
  // On Windows a sent signal would end the server on the spot: there the closed channel asks it (watch-launcher.mjs).
  if (process.platform !== 'win32') server.kill('SIGTERM')
  else if (server.connected) server.disconnect()
  const impatience = setTimeout(() => server.kill('SIGKILL'), patienceMs)
  server.once('exit', () => clearTimeout(impatience))
}

/** Runs a server to its end, or until `asked` is aborted. Returns how it ended. */
function runServer(options, asked) {
  const server = startServer(options)
  const end = () => endServer(server)
  asked.addEventListener('abort', end, { once: true })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', (code, signal) => {
      asked.removeEventListener('abort', end)
      resolve({ code, signal })
    })
  })
}

/** Resolves after the time, or at once where `asked` is aborted. */
const pause = (ms, asked) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    asked.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true })
  })

/** Whether to start again after a fault, told to the console; waits longer from fault to fault. */
async function mayTryAgain(faults, { code, signal }, asked) {
  faults.push(Date.now())
  const recent = faults.filter((at) => Date.now() - at < faultsWithinMs).length
  const how = { vi: signal ? `tín hiệu ${signal}` : `mã ${code}`, en: signal ?? `code ${code}` }
  if (recent >= mostFaults) {
    console.error(
      `Máy chủ gặp lỗi ${recent} lần trong một phút (${how.vi}) nên không khởi động lại nữa; hãy xem lỗi ở trên.\n` +
        `The server ended with a fault ${recent} times within a minute (${how.en}) and is not started again; see the fault above.`,
    )
    return false
  }
  const seconds = 2 ** (recent - 1) / 2
  console.error(
    `Máy chủ đã dừng do lỗi (${how.vi}); khởi động lại sau ${String(seconds).replace('.', ',')} giây.\n` +
      `The server ended with a fault (${how.en}); it starts again in ${seconds} s.`,
  )
  await pause(seconds * 1000, asked)
  return !asked.aborted
}

/**
 * A server that was killed, or stopped while its database was still starting, leaves the database running. In a group
 * of its own: an impatient second Ctrl-C must not end what cleans up after the first.
 */
const stopAbandoned = ({ root, node }) =>
  new Promise((resolve) => {
    const script = join(root, 'scripts', 'stop-abandoned.mjs')
    const detached = process.platform !== 'win32'
    const child = spawn(node, [script], { cwd: root, env: withNode(node), stdio: 'inherit', detached })
    child.on('error', resolve)
    child.on('exit', resolve)
  })

/** Runs the server until it is told to stop; one that ends with a fault is started again. Returns the exit code. */
export async function serve(options) {
  // The server runs in the project's folder, the caller may stand elsewhere. A file of Windows leaves its line ends.
  const dataDir = process.env.DATA_DIR?.trim()
  if (dataDir) process.env.DATA_DIR = resolve(dataDir)
  // Whoever read what we print has gone: that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const asked = new AbortController()
  const ignore = onEnd(() => asked.abort())
  const faults = []
  try {
    for (;;) {
      const ended = await runServer(options, asked.signal)
      const settled = ended.signal === null && settledCodes.includes(ended.code)
      if (!settled || asked.signal.aborted) await stopAbandoned(options)
      if (asked.signal.aborted) return 0
      if (settled || !(await mayTryAgain(faults, ended, asked.signal)))
        return asked.signal.aborted ? 0 : exitCodeOf(ended.code, ended.signal)
    }
  } finally {
    ignore()
  }
}
