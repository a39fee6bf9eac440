/** The program as `npm run demo` starts it, on a throwaway database, watched from inside. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { openPool } from '#platform/server/database/open.ts'
import { findFreePort } from '#platform/server/embedded/port.ts'
import { startThrowaway } from '#platform/server/embedded/throwaway.ts'

export type Pauses = { readonly clockMs: number; readonly processorMs: number }
export type House = {
  readonly port: number
  readonly owner: pg.Pool
  readonly child: ChildProcess
  /** The longest pauses since this was asked before. */
  readonly pauses: () => Promise<Pauses>
  readonly close: () => Promise<void>
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (reply?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

export async function openHouse(): Promise<House> {
  const database = await startThrowaway()
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-malformed-'))
  const port = await findFreePort()
  const child = fork(join(import.meta.dirname, '../../src/apps/server/main.ts'), {
    env: { ...process.env, MODE: 'demo', DATABASE_URL: database.ownerUrl, DATA_DIR: dataDir, PORT: String(port) },
    execArgv: ['--import', join(import.meta.dirname, 'watch.ts')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await untilReady(port, child)
  const owner = openPool({ url: database.ownerUrl, asApplication: false, max: 2 })
  return {
    port,
    owner,
    child,
    pauses: () =>
      new Promise((resolve) => {
        child.once('message', (told) => resolve(told as Pauses))
        child.send('pauses')
      }),
    close: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
      }
      await owner.end()
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Ids and words of the demo, so that a call reaches as far as it can. */
export async function knownOf(owner: pg.Pool): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<Record<string, string>>(
    `select c.household_id as "householdId", c.id as "caseId", c.village_id as "villageId", c.round_id as "roundId",
            m.id as "memberId", f.hash,
            (select id from decision limit 1) as "decisionId", (select id from certificate limit 1) as "paperId"
       from review_case c join member m using (household_id), law_text f
      where c.village_id = any ($1) order by c.id, m.id limit 1`,
    [demoAreas.villages.tamHong],
  )
  return { ...rows[0], areaId: demoAreas.tamHongToday, from: '2026-01-01', standardId: 'vn-2022-2025' }
}
