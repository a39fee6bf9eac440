import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Refusal, runForeground } from './launcher.mjs'

/** Everything the browser bundles may be made of. The law is data that the phone carries too. */
const sources = ['src', 'standards', 'scripts/pages', 'vite.config.ts', 'package-lock.json', 'package.json']

function listFiles(path) {
  if (!existsSync(path)) return []
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)],
    )
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

function hashSources(root) {
  const files = sources.flatMap((source) => listFiles(join(root, source))).filter((file) => !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Builds the browser bundles into dist/ where their sources have changed since. */
export async function buildWebIfStale(root, node) {
  const dist = join(root, 'dist')
  const mark = join(dist, '.hash')
  const hash = hashSources(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  console.error('Đang dựng giao diện web... / Building the web pages...')
  // Without the mark a build that is cut off is built again.
  rmSync(mark, { force: true })
  rmSync(join(dist, 'web'), { recursive: true, force: true })
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const pages of ['office', 'phone', 'check']) {
    const code = await runForeground(node, [vite, 'build', '--mode', pages, '--logLevel', 'warn'], { cwd: root })
    if (code === 0) continue
    throw new Refusal('Không dựng được giao diện web (xem ở trên).', 'The web pages could not be built (see above).')
  }
  mkdirSync(dist, { recursive: true })
  writeFileSync(mark, hash)
}
