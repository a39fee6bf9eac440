/**
 * Writes `src/features/<room>/ui/calls.ts` for every room with a contract: method, path and types, so that no schema
 * reaches the browser. `--check` writes nothing and fails where a file is not what the contract says.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Endpoint, versionOf } from '#kernel/endpoint.ts'

const rooms = join(import.meta.dirname, '..', 'src', 'features')

type Spec = Pick<Endpoint, 'name' | 'method' | 'path' | 'right' | 'says' | 'reads' | 'upload' | 'document' | 'earlier'>

const isSpec = (value: unknown): value is Spec =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'right' in value

function kindOf(spec: Spec): string {
  const version = versionOf(spec) > 1 ? `, ${versionOf(spec)}` : ''
  if (spec.document) return `, 'document'`
  if (spec.upload) return `, 'upload'${version}`
  if (spec.reads && spec.method === 'POST') return `, 'read'${version}`
  return version && `, 'change'${version}`
}

/** The text of a room's calls, in the order of the contract's names. */
function printCalls(contract: Record<string, unknown>): string {
  const lines = Object.entries(contract)
    .filter((entry): entry is [string, Spec] => isSpec(entry[1]))
    .map(
      ([key, spec]) =>
        `export const ${key} = call<typeof contract.${key}>('${spec.name}', '${spec.method}', '${spec.path}'${kindOf(spec)})`,
    )
  return `// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

${lines.join('\n')}
`
}

/** Every room, and every sub-room of a room that was split. */
const roomFolders = (): string[] =>
  readdirSync(rooms, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'contract.ts')
    .map((entry) => relative(rooms, entry.parentPath).split(sep).join('/'))
    .sort()

const contractOf = (room: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(rooms, room, 'contract.ts')).href)

/** Every call of every contract. */
export async function allCalls(): Promise<Spec[]> {
  const contracts = await Promise.all(roomFolders().map(contractOf))
  return contracts.flatMap((contract) => Object.values(contract).filter(isSpec))
}

/** Writes (or with `check` only compares) every room's calls; answers the files that were not fresh. */
export async function generateCalls({ check }: { check: boolean }): Promise<string[]> {
  const stale: string[] = []
  for (const room of roomFolders()) {
    const text = printCalls(await contractOf(room))
    const target = join(rooms, room, 'ui', 'calls.ts')
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    stale.push(`src/features/${room}/ui/calls.ts`)
    if (check) continue
    mkdirSync(join(rooms, room, 'ui'), { recursive: true })
    writeFileSync(target, text)
  }
  return stale
}

if (process.argv[1] === import.meta.filename) {
  const check = process.argv.includes('--check')
  const stale = await generateCalls({ check })
  for (const file of stale) console.log(check ? `not fresh: ${file}` : `written: ${file}`)
  if (check && stale.length > 0) process.exitCode = 1
}
