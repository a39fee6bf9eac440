// `npm test` and `npm run check`: every step in order, its time, one sum at the end. Runs on Node 24.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startThrowaway } from '../src/platform/server/embedded/throwaway.ts'
import { getChromium } from './chromium.mjs'
import { Refusal } from './launcher.mjs'
import { getPostgres15, startPostgres15 } from './postgres15.mjs'
import { binOf, checkStep, endStep, score, vitestStep } from './steps.mjs'
import { buildWebIfStale } from './web.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const everything = process.argv[2] === 'test'
const reports = mkdtempSync(join(tmpdir(), 'nang-buoc-report-'))
const running = new Set()

async function cleanUp() {
  // One that is still starting is awaited, so that an interrupted run leaves no server behind.
  for (const starting of running) await starting.then((server) => server.stop()).catch(() => {})
  rmSync(reports, { recursive: true, force: true })
}

/** Runs `work` with a database of its own, gone afterwards. */
async function withDatabase(start, work) {
  const starting = start()
  running.add(starting)
  const server = await starting
  try {
    await work({ TEST_DATABASE_URL: server.ownerUrl })
  } finally {
    running.delete(starting)
    await server.stop()
  }
}

const vitest = (name, project, env) =>
  vitestStep(name, { root, project, env, report: join(reports, `${name.replaceAll(/\W+/g, '-')}.json`) })

async function checkSources() {
  await checkStep('format and lint', [binOf(root, '@biomejs/biome'), 'ci', '.'])
  for (const part of ['pure', 'server', 'web', 'worker', 'test']) {
    await checkStep(`types: ${part}`, [
      binOf(root, 'typescript-native', 'tsc'),
      '-p',
      `tsconfig.${part}.json`,
      '--noEmit',
    ])
  }
  const rules = ['src', '--config', '.dependency-cruiser.cjs']
  await checkStep('import rules', [binOf(root, 'dependency-cruiser', 'depcruise'), ...rules])
  await checkStep('unused code', [binOf(root, 'knip')])
}

async function checkOnEmbedded(env) {
  await checkStep('generated files are fresh', [join(root, 'scripts', 'generate.ts'), '--check'], env)
  await vitest('tests: pure', 'pure', env)
  await vitest('tests: PostgreSQL 18', 'db', env)
  if (everything) await vitest('model: fifty phones', 'model', env)
  if (everything) await vitest('journeys: Chromium', 'journeys', { ...env, CHROMIUM: getChromium() })
}

async function main() {
  // What is missing is fetched, or said, before the long part.
  if (everything) {
    getChromium()
    getPostgres15()
  }
  await checkSources()
  await buildWebIfStale(root, process.execPath)
  await checkStep('browser floor', [join(root, 'scripts', 'floor.ts')])
  await withDatabase(startThrowaway, checkOnEmbedded)
  // The rules of the rooms were asked on 18; whether the oldest engine takes every statement is asked of the whole.
  if (everything) await withDatabase(startPostgres15, (env) => vitest('tests: PostgreSQL 15', 'whole', env))
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    endStep('SIGTERM')
    await cleanUp()
    process.exit(130)
  })
}

process.chdir(root)
try {
  await main()
} catch (error) {
  console.error(error instanceof Refusal || error.name === 'StartFailure' ? error.message : error)
  score.failed += 1
  score.failures.push(error.message)
} finally {
  await cleanUp()
}
for (const failure of score.failures) console.log(`FAILED ${failure}`)
console.log(`\n${score.passed} passed, ${score.failed} failed`)
process.exitCode = score.failed === 0 ? 0 : 1
