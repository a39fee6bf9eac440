/** Every generated file: the schema, the row types, the browser's calls, the guide's page of who may do what. `--check` writes nothing and fails where one is stale. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const generators = ['generate-database.ts', 'generate-calls.ts', 'generate-glossary.ts', 'generate-guide.ts']
const codes = generators.map(
  (file) =>
    spawnSync(process.execPath, [join(import.meta.dirname, file), ...process.argv.slice(2)], { stdio: 'inherit' })
      .status,
)
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
