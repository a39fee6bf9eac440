import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './launcher.mjs'

const wantedMajor = 24

/** Path of a Node 24 or newer: the one we run on, else the one that came with the dependencies. */
export function getNode24(root) {
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = platform === 'win' ? 'node.exe' : 'node'
  const path = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name)
  if (existsSync(path) && spawnSync(path, ['--version']).status === 0) return path
  throw new Refusal(
    `Cần Node.js ${wantedMajor}, máy này có ${process.versions.node} và không có bản đi kèm cho ${process.platform}-${process.arch}; hãy cài Node.js ${wantedMajor}.`,
    `Node.js ${wantedMajor} is needed, this machine has ${process.versions.node} and none comes with the program for ${process.platform}-${process.arch}; install Node.js ${wantedMajor}.`,
  )
}
