import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Rule = { name: string; from: { path?: string }; module?: { pathNot: string[] } }
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[]; required: Rule[] }

const screens = 'screens-import-screens-and-pure-files'
const contracts = 'contracts-reach-the-browser-as-types'
const connection = 'rooms-have-no-connection'
const passed = 'no-file-passes-a-door-on'
const rooms = 'src/features'

/** A wrong import each: a file, what it says, the rules that refuse it; no rule: it is right and stays so. */
const plants: readonly [path: string, text: string, ...rules: string[]][] = [
  // The six that were found, five of them unseen.
  [`${rooms}/decisions/ui/queriesOfSubRoom.tsx`, "import '../classes/queries.ts'", screens],
  [`${rooms}/surveys/ui/listOfRoutes.ts`, "import { surveyRoutes } from '../routes.ts'", screens],
  [`${rooms}/households/import/model.ts`, "import { presentMembers } from '../queries.ts'", 'pure-stays-pure'],
  [`${rooms}/people/audit/ui/schemas.ts`, "import { listAudit } from '../contract.ts'", contracts],
  [`${rooms}/households/ui/changes/store.ts`, "import { heldHouseholds } from '../../queries.ts'", screens],
  [`${rooms}/surveys/ui/otherRoom.tsx`, "import * as areas from '#features/areas/queries.ts'", screens],

  [`${rooms}/surveys/rules/passedOn.ts`, "export { caseWork } from '../contract.ts'", contracts],
  [`${rooms}/surveys/words/passedOn.ts`, "import * as all from '../contract.ts'\nexport { all }", contracts],
  [`${rooms}/surveys/model/later.ts`, "export const later = () => import('../contract.ts')", contracts],
  [`${rooms}/surveys/rules/typesOf.ts`, "import type * as all from '../contract.ts'\nexport type { all }"],

  // Only doors have connections and make routes.
  [`${rooms}/surveys/changes/pool.ts`, "import { openPool } from '#platform/server/database/open.ts'", connection],
  [`${rooms}/surveys/queries/asks.ts`, "import { ask } from '#platform/server/database/open.ts'", connection],
  [`${rooms}/surveys/law/begins.ts`, "import { begin } from '#platform/server/database/change.ts'", connection],
  [`${rooms}/surveys/jobs/worker.ts`, "import * as w from '#platform/server/jobs/worker.ts'", connection],
  [`${rooms}/surveys/work/driver.ts`, "import { Client } from 'pg'", connection],
  [`${rooms}/surveys/law/driver.ts`, "export const later = () => import('pg')", connection],
  [`${rooms}/surveys/store/driver.ts`, "import pg from 'pg'", connection, 'queries-know-no-routes'],
  [`${rooms}/surveys/work/boss.ts`, "import { PgBoss } from 'pg-boss'", connection],
  [`${rooms}/surveys/work/types.ts`, "import type { Client } from 'pg'"],
  [`${rooms}/surveys/work/typesOf.ts`, "import type { Db } from '#platform/server/database/open.ts'"],
  [`${rooms}/surveys/work/locks.ts`, "import * as locks from '#platform/server/database/locks.ts'"],
  [`${rooms}/surveys/work/spawns.ts`, "import { spawn } from 'node:child_process'", 'rooms-start-no-process'],
  [`${rooms}/surveys/law/thread.ts`, "import { Worker } from 'worker_threads'", 'rooms-start-no-process'],
  [
    `${rooms}/surveys/create/r.ts`,
    "import { makeRoute } from '#platform/server/doors/route.ts'",
    'only-doors-use-route',
  ],
  [
    `${rooms}/surveys/law/r.ts`,
    "import { reading } from '#platform/server/doors/standing.ts'",
    'only-doors-use-standing',
  ],
  [`${rooms}/surveys/law/a.ts`, "import { withTries } from '#platform/server/doors/again.ts'", 'only-doors-use-again'],
  [`${rooms}/surveys/law/t.ts`, "import type { Route } from '#platform/server/doors/route.ts'"],
  ['src/apps/server/health.ts', "import { makeRoute } from '#platform/server/doors/route.ts'", 'only-doors-use-route'],
  ['src/platform/server/jobs/r.ts', "import { makeRoute } from '../doors/route.ts'", 'only-doors-use-route'],
  ['src/platform/server/edge/r.ts', "import { reading } from '../doors/standing.ts'", 'only-doors-use-standing'],
  ['src/platform/server/doors/other.ts', "import { makeRoute } from './route.ts'"],
  ['src/platform/server/doors/passedOn.ts', "export { makeRoute } from './route.ts'", passed],
  ['src/platform/server/database/passedOn.ts', "export * from './open.ts'", passed],
  ['src/platform/server/driver.ts', "export { Client } from 'pg'", passed],
  ['src/platform/server/doors/types.ts', "export type { Route } from './route.ts'"],

  // Ways round by which the same things come in.
  [`${rooms}/decisions/classes/ui/otherRoutes.ts`, "import { areaRoutes } from '#features/areas/routes.ts'", screens],
  [`${rooms}/surveys/ui/passedOn.ts`, "export { listCases } from '../queries.ts'", screens],
  [`${rooms}/surveys/ui/later.ts`, "export const later = () => import('../queries.ts')", screens],
  [`${rooms}/surveys/ui/driver.ts`, "import pg from 'pg'", screens, connection],
  [`${rooms}/surveys/ui/builder.ts`, "import { sql } from 'kysely'", screens],
  [`${rooms}/surveys/ui/node.ts`, "import { readFileSync } from 'node:fs'", screens],
  ['src/apps/field/queries.ts', "import { listCases } from '#features/surveys/queries.ts'", screens],
  ['src/platform/web/kit/ids.ts', "import { newId } from '#platform/server/ids.ts'", screens],
  [`${rooms}/surveys/ui/onlyTypes.ts`, "import type { CaseKey } from '../queries.ts'"],
  [`${rooms}/surveys/ui/pureOfLower.ts`, "import { relationWords } from '#features/households/model/words.ts'"],

  [`${rooms}/rounds/rules/hash.ts`, "import { createHash } from 'node:crypto'", 'pure-stays-pure'],
  [`${rooms}/surveys/rules/byType.ts`, "import type { CaseKey } from '../queries.ts'", 'pure-stays-pure'],
  [`${rooms}/surveys/words.ts`, "export * from './queries.ts'", 'pure-stays-pure'],
  [`${rooms}/surveys/helpers.ts`, "export { listCases } from './queries.ts'", 'every-file-says-its-layer'],
  [`${rooms}/surveys/alone.ts`, 'export const alone = 1', 'every-file-says-its-layer'],
  [`${rooms}/newRoom/model.ts`, 'export const alone = 1', 'every-file-says-its-layer'],

  [`${rooms}/surveys/store.ts`, "import type { surveyRoutes } from './routes.ts'", 'queries-know-no-routes'],
  [`${rooms}/surveys/table.ts`, "import { surveyRoutes } from './routes.ts'", 'server-files-know-no-routes'],
  [`${rooms}/surveys/figures.ts`, "import { calls } from './ui/calls.ts'", 'routes-know-no-screens'],
  [`${rooms}/surveys/create.ts`, "import { library } from '#test/law.ts'", 'product-code-knows-no-test'],
  [`${rooms}/surveys/enforce.ts`, "import fc from 'fast-check'", 'product-code-needs-no-development-package'],
  [`${rooms}/surveys/household.ts`, "import { x } from './nowhere.ts'", 'nothing-unresolved', 'routes-know-no-screens'],
  [`${rooms}/surveys/papers.ts`, "import type { App } from '#apps/server/app.ts'", 'features-know-no-app'],
  [
    `${rooms}/surveys/jobs.ts`,
    "import type { draftDecision } from '../decisions/contract.ts'",
    'surveys-looks-only-down',
  ],
  [
    `${rooms}/rounds/list/store.ts`,
    "import { listCases } from '#features/surveys/queries.ts'",
    'rounds-looks-only-down',
  ],
  [
    `${rooms}/rounds/ui/figures.tsx`,
    "import '#features/decisions/round/ui/RoundFigures.tsx'",
    'rounds-looks-only-down',
  ],
  [`${rooms}/areas/ui/higher.tsx`, "import '#features/rounds/ui/BlockList.tsx'", 'areas-looks-only-down'],

  [`${rooms}/households/routes/manifest.ts`, "import { room } from '../room.ts'", 'manifests-are-joined-in-apps'],

  ['src/kernel/clock.ts', "import type { Clock } from '#platform/server/clock.ts'", 'kernel-imports-typebox-only'],
  [
    'src/platform/server/rooms.ts',
    "import { findArea } from '#features/areas/queries.ts'",
    'platform-knows-no-feature',
  ],
  ['src/platform/web/rooms.ts', "import type { Area } from '#features/areas/queries.ts'", 'platform-knows-no-feature'],
  ['src/platform/server/web.ts', "import { say } from '#platform/web/language.ts'", 'platform-server-knows-no-screen'],
  ['src/apps/server/page.ts', "import '#features/areas/ui/AreaPage.tsx'", 'the-server-has-no-screens'],
  ['src/apps/field/office.ts', "import type { PageProps } from '#apps/web/loaded.tsx'", 'apps-are-apart'],

  [`${rooms}/areas/rules/there.ts`, "import type { Back } from './back.ts'\nexport type There = Back"],
  [`${rooms}/areas/rules/back.ts`, "import type { There } from './there.ts'\nexport type Back = There", 'no-circles'],
]

type Violation = { from: string; rule: { name: string } }
let house: string
let violations: Violation[]
const root = dirname(import.meta.dirname)

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'walls-'))
  for (const part of ['src', 'test', 'db', 'bench', 'package.json', 'tsconfig.base.json', '.dependency-cruiser.cjs'])
    cpSync(join(root, part), join(house, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
  for (const [path, text] of plants) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), `${text}\n`, { flag: 'wx' })
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const said = execFileSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' })
  violations = (JSON.parse(said) as { summary: { violations: Violation[] } }).summary.violations
}, 120_000)
afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('the walls', () => {
  it.each(plants)('%s: %s', (path, _text, ...rules) => {
    const caught = violations.filter((v) => v.from === path).map((v) => v.rule.name)
    expect(caught.sort()).toEqual(rules.sort())
  })

  it('let everything pass that was not planted', () => {
    const planted = new Set(plants.map(([path]) => path))
    expect(violations.filter((v) => !planted.has(v.from))).toEqual([])
  })

  it('have no rule that nothing was planted for', () => {
    const caught = new Set(plants.flatMap(([, , ...rules]) => rules))
    const rules = [...config.forbidden, ...config.required].map((rule) => rule.name)
    expect(rules.filter((name) => !caught.has(name) && !name.endsWith('-looks-only-down'))).toEqual([])
  })
})

/** A type named inside the braces leaves `import {} from` behind, so the file is loaded; the cruiser calls it a type. */
it.each([
  ['useImportType', "import { type CaseKey } from '../queries.ts'\n\nexport type Key = CaseKey\n"],
  ['useExportType', "export { type CaseKey } from '../queries.ts'\n"],
])('the linter refuses what only looks like an import of types: %s', (rule, text) => {
  const file = join(house, rooms, 'surveys/ui/braces.ts')
  writeFileSync(file, text)
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--vcs-enabled=false', '--colors=off', `--config-path=${root}`, file]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: house })
  expect(stderr).toContain(rule)
  expect(status).toBe(1)
})

describe('the layers', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
  const floors = (config.required[0]?.module?.pathNot ?? []).map((pattern) => new RegExp(pattern))

  it('hold every file, each in one', () => {
    const lost = files.filter((file) => floors.filter((floor) => floor.test(file)).length !== 1)
    expect(lost).toEqual([])
    expect(files.length).toBeGreaterThan(500)
  })

  it('mean the same by "pure" as the compiler that knows neither Node nor a browser', () => {
    const pure = ['kernel-imports-typebox-only', 'pure-stays-pure'].map(
      (name) => new RegExp(config.forbidden.find((rule) => rule.name === name)?.from.path ?? '^$'),
    )
    const { config: json } = ts.readConfigFile(join(root, 'tsconfig.pure.json'), ts.sys.readFile)
    const compiled = ts.parseJsonConfigFileContent(json, ts.sys, root).fileNames
    expect(compiled.map((file) => file.slice(root.length + 1)).sort()).toEqual(
      files.filter((file) => pure.some((pattern) => pattern.test(file))).sort(),
    )
    expect(compiled.length).toBeGreaterThan(80)
  })
})
