// Plain JavaScript without a dependency, for Node 20: it runs before anything is installed.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureDependencies } from './scripts/dependencies.mjs'
import { Refusal, runForeground } from './scripts/launcher.mjs'
import { getNode24 } from './scripts/node24.mjs'
import { serve } from './scripts/serve.mjs'
import { buildWebIfStale } from './scripts/web.mjs'

const root = dirname(fileURLToPath(import.meta.url))

async function serveIn(mode) {
  await ensureDependencies(root, { dev: false })
  const node = getNode24(root)
  await buildWebIfStale(root, node)
  return serve({ root, node, mode })
}

/** A script of ours on Node 24 in the caller's folder, so that file names among the arguments mean what they say. */
const script =
  (path, { dev, first = [] }) =>
  async (args) => {
    await ensureDependencies(root, { dev })
    return runForeground(getNode24(root), [join(root, path), ...first, ...args])
  }

const commands = {
  demo: () => serveIn('demo'),
  start: () => serveIn('start'),
  test: script('scripts/test.mjs', { dev: true, first: ['test'] }),
  check: script('scripts/test.mjs', { dev: true, first: ['check'] }),
  bench: script('bench/run.ts', { dev: true }),
  soak: script('bench/soak.ts', { dev: true }),
  nb: script('src/apps/server/nb.ts', { dev: false }),
  generate: script('scripts/generate.ts', { dev: true }),
  postgres15: script('scripts/postgres15.mjs', { dev: true }),
}

/** Runs one command to its end. Returns the exit code. */
export async function launch(name, args) {
  try {
    if (Number(process.versions.node.split('.')[0]) < 20) {
      throw new Refusal(
        `Cần Node.js 20 trở lên, máy này có ${process.versions.node}.`,
        `Node.js 20 or newer is needed, this machine has ${process.versions.node}.`,
      )
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) {
      const known = Object.keys(commands).join(' | ')
      throw new Refusal(
        `Không có lệnh "${name}"; các lệnh: ${known}`,
        `There is no command "${name}"; commands: ${known}`,
      )
    }
    return await command(args)
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return 1
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name = '', ...args] = process.argv.slice(2)
  process.exitCode = await launch(name, args)
}
