/**
 * The database killed under the program while surveys are sent: 30 times, `--soak` 200 times. A third each: backends
 * (by a signal, and as an administrator ends them), the postmaster, all of its processes at once. JSON lines and a sum; ends with 1
 * where anything acknowledged was lost or came twice, an answer changed, or the program died.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '#platform/server/database/open.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { addGround } from './api/ground.ts'
import type { Kind } from './kills/kill.ts'
import { ownerUrlIn, type Program, pgdataOf, startProgram } from './kills/program.ts'
import { killOnce, type Load, ProgramDied, type Told } from './kills/rounds.ts'

const turns: readonly Kind[] = ['terminated backend', 'postmaster', 'family', 'killed backend', 'postmaster', 'family']

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const sum = (all: readonly Told[], of: (told: Told) => number): number =>
  all.reduce((total, told) => total + of(told), 0)

function summary(all: readonly Told[]) {
  return {
    bench: 'kills',
    kills: all.length,
    acknowledged: sum(all, (t) => t.acknowledged),
    lost: sum(all, (t) => t.lost),
    twice: sum(all, (t) => t.twice),
    changed: sum(all, (t) => t.changed),
    wrong: sum(all, (t) => t.wrong.length),
    brokenOff: sum(all, (t) => t.brokenOff),
    putOff: sum(all, (t) => t.putOff),
    slowestReadyMs: Math.max(...all.map((t) => t.readyMs)),
  }
}

/** How it went, and whether the program outlived it. */
async function killMany(load: Load, count: number): Promise<{ all: Told[]; died: number }> {
  const all: Told[] = []
  try {
    for (let n = 0; n < count; n++) {
      const told = await killOnce(turns[n % turns.length] as Kind, load)
      print({ bench: 'kills', n: n + 1, ...told })
      all.push(told)
    }
    return { all, died: 0 }
  } catch (error) {
    if (!(error instanceof ProgramDied)) throw error
    return { all, died: 1 }
  }
}

async function runOn(program: Program, dataDir: string, count: number): Promise<void> {
  const owner = openPool({ url: await ownerUrlIn(dataDir), asApplication: false, max: 2 })
  try {
    const formHash = await addGround(owner)
    const victim = { pgdata: await pgdataOf(dataDir), owner }
    const { all, died } = await killMany({ program, victim, formHash, connections: 8, loadMs: 400 }, count)
    const { lost, twice, changed, wrong, brokenOff, ...rest } = summary(all)
    print({ ...rest, died, lost, twice, changed, wrong, brokenOff })
    if (died > 0) process.stderr.write(program.printed())
    if (died + lost + twice + changed + wrong + brokenOff > 0) process.exitCode = 1
  } finally {
    await owner.end()
  }
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-test-${process.pid}-`))
  const program = await startProgram(dataDir, null)
  try {
    await runOn(program, dataDir, process.argv.includes('--soak') ? 200 : 30)
  } catch (error) {
    process.stderr.write(program.printed())
    throw error
  } finally {
    await program.stop()
    await discard(dataDir)
  }
}

if (import.meta.main) await run()
