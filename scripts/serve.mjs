import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitCodeOf, runForeground, withNode } from './launcher.mjs'

const patienceMs = 20_000

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

/** Runs the server until it ends or we are told to. Returns the exit code: 0 for an asked stop. */
export async function serve(options) {
  // The server runs in the project's folder, the caller may stand elsewhere.
  if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(process.env.DATA_DIR)
  const server = startServer(options)
  let asked = false
  let impatience
  const stop = () => {
    if (asked) return
    asked = true
    // On Windows a sent signal would end the server on the spot: there the closed channel asks it (watch-launcher.mjs).
    if (process.platform === 'win32') server.disconnect()
    else server.kill('SIGTERM')
    impatience = setTimeout(() => server.kill('SIGKILL'), patienceMs)
  }
  const ignore = onEnd(stop)
  const { code, signal } = await new Promise((done, failed) => {
    server.on('error', failed)
    server.on('exit', (code, signal) => done({ code, signal }))
  })
  clearTimeout(impatience)
  // A server that was killed, or told to stop while its database was still starting, leaves the database running.
  if (signal || asked) {
    await runForeground(options.node, [join(options.root, 'scripts', 'stop-abandoned.mjs')], { cwd: options.root })
  }
  ignore()
  return asked ? 0 : exitCodeOf(code, signal)
}
