import { spawn } from 'node:child_process'

/** The account a program runs as, where it is not our own. */
export type RunAs = { readonly uid: number; readonly gid: number }

export type Outcome = { readonly code: number; readonly output: string }

type RunOptions = { readonly cwd: string; readonly as: RunAs | undefined }

/**
 * Runs a PostgreSQL program to its end in a clean English environment and gathers what it printed.
 * Waits for the exit, not for the pipes: a server started by pg_ctl may keep them open.
 */
export function run(file: string, args: readonly string[], { cwd, as }: RunOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C goes to the whole foreground group: the database must not hear it, we stop it ourselves.
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...as,
    })
    let output = ''
    const gather = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      setImmediate(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code: code ?? 1, output: signal ? `${output}\n${signal}` : output })
      }),
    )
  })
}

/** The last line with words in it: what a failed program meant to say. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1)?.trim() ?? ''
