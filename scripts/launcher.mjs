import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

/** A command that cannot be carried out: one sentence in Vietnamese and the same in English. */
export class Refusal extends Error {
  constructor(vi, en) {
    super(`${vi}\n${en}`)
  }
}

/** The environment for everything below: whoever calls `node` there gets the Node we chose. */
export const withNode = (node) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` })

/** Exit code of a child as a shell would tell it. */
export const exitCodeOf = (code, signal) => code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)

/**
 * Runs Node to its end on our own terminal. Ctrl-C reaches the child by the terminal, so we only wait for it;
 * a SIGTERM is sent to us alone and is handed on.
 */
export function runForeground(node, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', env: withNode(node), ...options })
    const wait = () => {}
    const handOn = () => child.kill('SIGTERM')
    process.on('SIGINT', wait)
    process.on('SIGTERM', handOn)
    const done = () => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', handOn)
    }
    child.on('error', (error) => {
      done()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      done()
      resolve(exitCodeOf(code, signal))
    })
  })
}
