/**
 * How long papers and files hold the one thread that answers everybody, in the real program: every document call and
 * every upload, the longest hold by the clock and by processor, the slowest of the small calls that another person
 * makes meanwhile, and the most memory of the program with the processes it started. JSON lines. Aim: no hold over
 * 300 ms, 350 MB for a thousand certificates. BENCH_ROWS changes the 20,000 rows of the lists.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { allJobs } from '#apps/server/jobs.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { newId } from '#platform/server/ids.ts'
import { installQueue } from '#platform/server/jobs/install.ts'
import { addRoundOf } from '#test/large.ts'
import { csvOf, xlsxOf } from '#test/lists.ts'
import { onePage, pdfOf } from '#test/scans.ts'
import { survey } from './api/survey.ts'
import { addPlacesAndHung, commune, session, today } from './papers/ground.ts'
import { watchMemory } from './papers/memory.ts'

const rows = Number(process.env['BENCH_ROWS'] ?? 20_000)

type Program = { readonly child: ChildProcess; readonly address: string }
type Asked = { readonly path: string; readonly body?: FormData | string; readonly expect?: number }

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function start(url: string): Promise<Program> {
  const env = { ...process.env, BENCH_URL: url, PUBLIC_URL: 'https://nangbuoc.example.vn' }
  const child = fork(join(import.meta.dirname, 'api', 'server.ts'), { env })
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve({ child, address: `http://127.0.0.1:${(told as { port: number }).port}` }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

const told = <T>({ child }: Program, what: string): Promise<T> =>
  new Promise((resolve) => {
    child.once('message', (answer) => resolve(answer as T))
    child.send(what)
  })

const headers = (body: Asked['body']): Record<string, string> => ({
  cookie: `nb_session=${session.token}`,
  'x-csrf': session.csrf,
  'x-command': newId(),
  'sec-fetch-site': 'same-origin',
  ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
})

async function ask(program: Program, { path, body, expect = 200 }: Asked): Promise<Buffer> {
  const request = { headers: headers(body), ...(body === undefined ? {} : { method: 'POST', body }) }
  const reply = await fetch(program.address + path, request)
  const bytes = Buffer.from(await reply.arrayBuffer())
  if (reply.status !== expect) throw new Error(`${path}: ${reply.status} ${bytes.subarray(0, 600).toString()}`)
  return bytes
}

/** Another person's small calls, one after the other until `stop`; answers how many and the slowest. */
function smallCalls(program: Program): { stop: () => Promise<{ calls: number; slowestMs: number }> } {
  let [going, calls, slowestMs] = [true, 0, 0]
  const run = (async () => {
    while (going) {
      const asked = performance.now()
      await ask(program, { path: '/api/me' })
      slowestMs = Math.max(slowestMs, performance.now() - asked)
      calls += 1
    }
  })()
  return {
    stop: async () => {
      going = false
      await run
      return { calls, slowestMs: Math.round(slowestMs) }
    },
  }
}

async function measured(program: Program, name: string, asked: Asked): Promise<Buffer> {
  await told(program, 'watch')
  const others = smallCalls(program)
  const memory = watchMemory(program.child.pid ?? 0)
  const started = performance.now()
  const bytes = await ask(program, asked).finally(others.stop)
  const seconds = Math.round(performance.now() - started) / 1000
  const { calls, slowestMs } = await others.stop()
  const held = await told<object>(program, 'held')
  print({ bench: 'papers', call: name, seconds, ...held, calls, slowestMs, mb: bytes.length / 1e6, ...memory.stop() })
  return bytes
}

const listForm = (bytes: Buffer, more: Record<string, string> = {}): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ areaId: commune, listedOn: '2026-09-01', ...more }))
    form.set(name, value)
  form.set('file', new Blob([new Uint8Array(bytes)]), 'ho')
  return form
}

async function measureImport(program: Program, name: string, bytes: Buffer): Promise<void> {
  const path = '/api/households/import'
  await measured(program, `check ${name}`, { path: `${path}/check`, body: listForm(bytes) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await measured(program, `write ${name}`, { path, body: listForm(bytes, { sha256 }) })
}

const scan = (): Blob => {
  const picture = `<< /Length 19000000 >>\nstream\n${'x'.repeat(19_000_000)}\nendstream`
  return new Blob([new Uint8Array(pdfOf([...onePage, picture]))])
}

/** Drafted, printed and put in force; answers the address of its calls. */
async function measureDecision(program: Program, owner: pg.Pool, households: number): Promise<string> {
  const roundId = await addRoundOf(owner, { households, today, facts: survey('', 0).facts })
  const decisionId = newId()
  const at = `/api/decisions/${decisionId}`
  const call = (name: string, asked: Asked) => measured(program, `${name}, ${households} households`, asked)
  const body = JSON.stringify({ decisionId })
  const drafted = await call('draft', { path: `/api/rounds/${roundId}/decision`, body })
  const { contentHash } = JSON.parse(drafted.toString())
  // Its papers are tried in the background, by what is measured below.
  await owner.query('update decision set tried_hash = content_hash where id = $1', [decisionId])
  await call('print', { path: `${at}/print`, body: JSON.stringify({ contentHash }) })
  const form = new FormData()
  const signed = { number: `${households}/QĐ-UBND`, signedOn: today }
  for (const [name, value] of Object.entries(signed)) form.set(name, value)
  form.set('file', scan(), 'scan.pdf')
  await call('enforce', { path: `${at}/enforce`, body: form })
  return at
}

const papers = [
  'giay-chung-nhan.pdf',
  'quyet-dinh.pdf',
  'quyet-dinh.docx',
  'danh-sach.pdf?class=poor',
  'danh-sach.xlsx?class=poor',
  'ban-ky',
]

async function measurePapers(program: Program, at: string, households: number): Promise<void> {
  for (const paper of papers) await measured(program, `${paper}, ${households} households`, { path: `${at}/${paper}` })
}

/** On a server that has just started, so that its memory is that of this work. */
async function onFresh<T>(url: string, work: (program: Program) => Promise<T>): Promise<T> {
  const program = await start(url)
  try {
    return await work(program)
  } finally {
    program.child.removeAllListeners('exit')
    program.child.kill()
  }
}

async function benchOn(url: string): Promise<void> {
  await migrate(url)
  await installQueue(url, allJobs)
  const owner = openPool({ url, asApplication: false, max: 4 })
  await addPlacesAndHung(owner)
  const [csv, xlsx, largest] = [csvOf(rows, 1), await xlsxOf(rows, 10_001), await xlsxOf(59_999, 100_001)]
  await onFresh(url, (program) => measured(program, 'template', { path: '/api/households/import/template' }))
  await onFresh(url, (program) => measureImport(program, `csv of ${rows} rows`, csv))
  await onFresh(url, (program) => measureImport(program, `xlsx of ${rows} rows`, xlsx))
  for (const households of [1000, 4571]) {
    const at = await onFresh(url, (program) => measureDecision(program, owner, households))
    await onFresh(url, (program) => measurePapers(program, at, households))
  }
  await onFresh(url, (program) => {
    const path = '/api/households/import/check'
    return measured(program, 'check xlsx of 59999 rows', { path, body: listForm(largest) })
  })
  await owner.end()
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-bench-'))
  const database = await startEmbedded({ dataDir, log: () => {} })
  try {
    await benchOn(database.ownerUrl)
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

if (import.meta.main) await run()
