/** The server of this checkout as `npm run demo` starts it: a process of its own, stopped by a signal. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..', '..')

/** What stands in the QRs: an address that belongs to nobody. */
export const publicUrl = 'https://nang-buoc.example'

export type Running = { readonly address: string; readonly stop: () => Promise<void> }
type Options = { readonly databaseUrl: string; readonly dataDir: string; readonly port: number }

export async function startServer({ databaseUrl, dataDir, port }: Options): Promise<Running> {
  const env = {
    ...process.env,
    MODE: 'demo',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
  }
  const server = spawn(process.execPath, [join(root, 'src', 'apps', 'server', 'main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(server, 'exit')
  const address = `http://127.0.0.1:${port}`
  const ready = () =>
    fetch(`${address}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    )
  while (!(await ready())) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    await pause(200)
  }
  return {
    address,
    stop: async () => {
      server.kill('SIGTERM')
      await ended
    },
  }
}
