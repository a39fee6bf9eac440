import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from './launcher.mjs'

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return undefined
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own record as the last act of an install,
 * so a missing record is an install that was cut off. An optional package (one for another machine) may be absent.
 */
export function isInstalled(root, { dev }) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) throw new Refusal('Thiếu tệp package-lock.json.', 'The file package-lock.json is missing.')
  if (!present) return false
  return Object.entries(wanted).every(([path, want]) => {
    if (path === '' || (!dev && (want.dev || want.devOptional))) return true
    const have = present[path]
    return have ? have.version === want.version : want.optional === true
  })
}

/** npm's own script where npm started us: on Windows the `npm` of the path is not a program that can be spawned. */
function getNpm() {
  const script = process.env.npm_execpath
  if (script && basename(script) === 'npm-cli.js' && existsSync(script)) {
    return { file: process.execPath, first: [script], shell: false }
  }
  return { file: 'npm', first: [], shell: process.platform === 'win32' }
}

/** npm ci empties node_modules before it fills it: through a link it would empty a folder that others use. */
function refuseLink(root) {
  const folder = join(root, 'node_modules')
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return
  throw new Refusal(
    `${folder} là một liên kết và không khớp package-lock.json; hãy xoá liên kết hoặc cài đặt ở nơi nó trỏ tới.`,
    `${folder} is a link and does not match package-lock.json; delete the link or install where it points.`,
  )
}

/** Installs the locked dependencies where they are missing or stale; `dev` brings those of the tests too. */
export async function ensureDependencies(root, { dev }) {
  if (isInstalled(root, { dev })) return
  refuseLink(root)
  console.error('Đang cài đặt các thư viện đã khoá phiên bản... / Installing the locked dependencies...')
  const { file, first, shell } = getNpm()
  // No install script of any package is needed; an omit= of the machine must not leave the platform packages out.
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--include=optional']
  args.push(dev ? '--include=dev' : '--omit=dev')
  // npm's words go to stderr: the output of `nb` belongs to its answers.
  const result = spawnSync(file, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell })
  if (result.status === 0) return
  throw new Refusal(
    'Không cài được các thư viện (npm ci bị lỗi, xem ở trên); hãy kiểm tra mạng và quyền ghi rồi chạy lại.',
    'The dependencies could not be installed (npm ci failed, see above); check network and permissions and start again.',
  )
}
