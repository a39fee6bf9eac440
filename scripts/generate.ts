/**
 * Every generated file: the schema, the row types, the browser's calls, the guide's page of who may do what, the
 * letters of the papers. `--check`
 * writes nothing and fails where one is stale. Stands on the server that TEST_DATABASE_URL names, else on a throwaway.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startThrowaway } from '#platform/server/embedded/throwaway.ts'

const generators = [
  'generate-database.ts',
  'generate-calls.ts',
  'generate-glossary.ts',
  'generate-guide.ts',
  'generate-printable.ts',
]
const given = process.env.TEST_DATABASE_URL
const own = given ? null : await startThrowaway()
const env = { ...process.env, TEST_DATABASE_URL: given ?? own?.ownerUrl }
const run = (file: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, file), ...process.argv.slice(2)], { stdio: 'inherit', env })
    .status
const codes = generators.map(run)
await own?.stop()
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
