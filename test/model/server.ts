/** The server of a run: the program itself, killed without warning and started again over the same database. */
import { type Program, startProgram } from '../../bench/kills/program.ts'

export type Server = {
  readonly port: () => number
  readonly isUp: () => boolean
  /** `kill -9`, some time of nothing, and a new start. */
  readonly killAndStart: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type Place = { readonly dataDir: string; readonly databaseUrl: string | null }

export async function openServer({ dataDir, databaseUrl }: Place): Promise<Server> {
  let program: Program = await startProgram(dataDir, databaseUrl)
  let up = true
  return {
    port: () => program.port,
    isUp: () => up,
    killAndStart: async () => {
      up = false
      process.kill(program.pid, 'SIGKILL')
      await program.stop()
      program = await startProgram(dataDir, databaseUrl)
      up = true
    },
    stop: () => program.stop(),
  }
}
