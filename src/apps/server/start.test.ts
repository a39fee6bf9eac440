/** The program as a process: two first starts at once, an upgrade under them, a start that is refused, a fault that nobody caught. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import { openPool } from '#platform/server/database/open.ts'
import { hashOfToken } from '#platform/server/session.ts'
import { type Program, startProgram } from '../../../bench/kills/program.ts'

let folder: string
let url: string
let owner: pg.Pool
const running: Program[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nang-buoc-start-'))
  const name = `nb_start_${randomBytes(4).toString('hex')}`
  url = Object.assign(new URL(inject('server')), { pathname: `/${name}` }).href
  await asAdmin(`create database ${name} template template0 encoding 'UTF8'`)
  owner = openPool({ url, asApplication: false, max: 1 })
})
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop()
  await owner.end()
  await asAdmin(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function asAdmin(text: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('server') })
  await admin.connect()
  await admin.query(text)
  await admin.end()
}

async function startIn(data: string): Promise<Program> {
  const program = await startProgram(join(folder, data), url)
  running.push(program)
  return program
}

const count = async (text: string) => (await owner.query(`select count(*)::int as n from ${text}`)).rows[0].n

async function until(look: () => Promise<unknown>): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < 30_000; await sleep(20))
    if (await look().catch(() => undefined)) return
  throw new Error('not within half a minute')
}

/** Runs the program to its end. Answers its exit code and all it printed. */
function runMain(env: Record<string, string>, first: string[] = []): Promise<{ code: number | null; printed: string }> {
  const main = join(import.meta.dirname, 'main.ts')
  const own = { HOST: '127.0.0.1', PORT: '1', DATA_DIR: join(folder, 'data'), APP_DATABASE_URL: '', ...env }
  const child = spawn(process.execPath, [...first, main], { env: { ...process.env, ...own } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part))
  return new Promise((done) => child.on('exit', (code) => done({ code, printed: printed.trim() })))
}

it('first starts at once on one empty database make everything once; one of another data folder asks for the keys', async () => {
  const both = Promise.all([startIn('data'), startIn('data')])
  await until(() => count('schema_migration'))
  const stranger = await startIn('elsewhere').catch(String)
  const programs = await both
  expect(await count('area_version where level = 3 and valid_until is null')).toBe(3321)
  const { standards, forms, points } = loadStandards()
  expect(await count('law_text')).toBe(standards.length + forms.length + points.length)
  expect(await count('known_key')).toBe(4)
  expect(stranger).toContain('Thiếu tệp khóa')
  expect(stranger).not.toContain('    at ')

  const { rows } = await owner.query('select token_hash from setup_token')
  const printed = programs.map((program) => /administrator:\s+(\S+)/.exec(program.printed())?.[1] ?? '')
  expect(rows).toHaveLength(1)
  expect(printed.filter((token) => hashOfToken(token).equals(rows[0].token_hash))).toHaveLength(1)

  // A newer version has upgraded the database: both say so and end, for whoever starts them again.
  await owner.query(`insert into schema_migration (name, hash) values ('9999_later.sql', '')`)
  await until(async () => programs.every((program) => !program.isAlive()))
  for (const program of programs) expect(program.printed()).toContain('The database was upgraded by a newer version')
})

it('a start that a person must mend ends with 1 and one sentence in each language', async () => {
  const away = Object.assign(new URL('postgres://127.0.0.1:1/x'), { username: 'a', password: 'b' }).href
  const { code, printed } = await runMain({ DATABASE_URL: away })
  expect(code).toBe(1)
  expect(printed.split('\n')).toHaveLength(2)
  expect(printed).toContain('DATABASE_URL')
})

it('a fault that nobody caught is logged and ends the program with the code of a fault', async () => {
  const fault = 'setTimeout(() => Promise.reject(new Error("nobody caught this")), 300)'
  const { code, printed } = await runMain({ DATABASE_URL: url }, ['--import', `data:text/javascript,${fault}`])
  expect(code).toBe(70)
  expect(printed).toContain('A fault that nobody caught')
  expect(printed).toContain('nobody caught this')
})
