/**
 * Writes `test/upgrade/<nn>` by the build that stands in this checkout: `node test/upgrade/make/main.ts <nn>`. It needs
 * built pages and Chromium, and a minute. It never writes into a folder that is there.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { startThrowaway } from '#platform/server/embedded/throwaway.ts'
import { type Dump, packDump, takeDump } from '../dump.ts'
import { type Desk, hashesOf, type Phone, pathOf } from '../folder.ts'
import type { Expected } from '../questions.ts'
import { changeUnits, forgetOld, giveAccount } from './accounts.ts'
import { askAll, countsOf } from './ask.ts'
import { type Cut, cut } from './cut.ts'
import { changeHouseholds } from './households.ts'
import { type Case, MaisPhone } from './phone.ts'
import { enterPlace } from './place.ts'
import { readmeOf } from './readme.ts'
import { callOff, decideMonth, leaveBeside, leaveUnheard, leaveUnsigned } from './rounds.ts'
import { startServer } from './server.ts'
import { leaveSkills } from './skills.ts'

type Made = {
  readonly phone: Phone
  readonly desk: Desk
  readonly expected: Omit<Expected, 'counts'>
  readonly cut: Cut
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** Her cases still to be surveyed: of this month's review, and of the autumn's. */
async function casesOfMai(db: pg.Client, kind: 'ad_hoc' | 'annual'): Promise<(Case & { roundId: string })[]> {
  const { rows } = await db.query(
    `select c.household_id as "householdId", c.id as "caseId", h.head_name as "headName", r.id as "roundId"
       from review_case c join household h using (household_id) join round r on r.id = c.round_id
       join account a on a.id = c.account_id
      where a.login = 'mai' and c.state = 'assigned' and r.state = 'surveying' and r.kind = $1 order by h.head_name`,
    [kind],
  )
  return rows
}

/** What people do at the old build. */
async function live(address: string, db: pg.Client): Promise<Omit<Made, 'cut'>> {
  const month = await casesOfMai(db, 'ad_hoc')
  const [unheard, offline] = await casesOfMai(db, 'annual')
  if (!month[0] || !unheard || !offline) throw new Error('the demo leaves Mai too little to do')
  const mai = await MaisPhone.open(address, demoPassword)
  for (const one of month) await mai.survey(one)
  const place = await enterPlace(address, db, mai.cookie)
  await forgetOld(place)
  await giveAccount(place)
  await changeUnits(place)
  const { sealed, sent } = await changeHouseholds(place)
  await decideMonth(place, month[0].roundId)
  await callOff(place, sealed.householdId)
  const unsigned = await leaveUnsigned(place)
  const beside = await leaveBeside(place)
  const { desk, ...reviewing } = await leaveUnheard(place)
  const skills = await leaveSkills(place)
  const phone = await mai.leave({ unheard, offline })
  return { phone, desk, expected: await askAll(place, { sealed, sent, reviewing, unsigned, beside, skills }) }
}

async function onDatabase<T>(connectionString: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString })
  await db.connect()
  return work(db).finally(() => db.end())
}

/** The demo, cut small, then lived in: two runs of the server on one database. */
async function make(databaseUrl: string, dataDir: string): Promise<Made & { readonly dump: Dump }> {
  const run = { databaseUrl, dataDir, port: await freePort() }
  await (await startServer(run)).stop()
  const done = await onDatabase(databaseUrl, cut)
  const server = await startServer(run)
  const made = await onDatabase(databaseUrl, (db) => live(server.address, db)).finally(server.stop)
  return { ...made, cut: done, dump: await onDatabase(databaseUrl, takeDump) }
}

const jsonOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

async function main(name: string): Promise<void> {
  if (!/^\d\d$/.test(name)) throw new Error('which folder? 01, 02 ...')
  if (existsSync(pathOf(name))) throw new Error(`test/upgrade/${name} is there: it is written once`)
  const server = await startThrowaway()
  const dataDir = mkdtempSync(join(tmpdir(), 'nang-buoc-upgrade-'))
  try {
    const { dump, ...made } = await make(server.ownerUrl, dataDir)
    const expected: Expected = { ...made.expected, counts: countsOf(dump) }
    const files = new Map([
      ['database.jsonl.br', packDump(dump)],
      ['keys.json', readFileSync(join(dataDir, 'keys', 'keys.json'))],
      ['phone.json', jsonOf(made.phone)],
      ['desk.json', jsonOf(made.desk)],
      ['expected.json', jsonOf(expected)],
      ['README.md', Buffer.from(readmeOf({ name, dump, cut: made.cut, expected }))],
    ])
    mkdirSync(pathOf(name))
    for (const [file, bytes] of files) writeFileSync(join(pathOf(name), file), bytes)
    writeFileSync(join(pathOf(name), 'hashes'), hashesOf(files))
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main(process.argv[2] ?? '')
