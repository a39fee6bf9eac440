/** The rooms in floor order, as the import rules know them; the platform lies below all. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Naming, namesInSource } from './source.ts'

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }

export const floors: readonly string[] = [
  'platform',
  ...rules.forbidden.flatMap(({ name }) => /^(.+)-looks-only-down$/.exec(name)?.[1] ?? []),
]

const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

/** What the source of every room names. */
export const namedByRooms = (): (Naming & { readonly room: string; readonly path: string })[] =>
  floors.flatMap((room) => {
    const folder = room === 'platform' ? 'src/platform' : `src/features/${room}`
    const files = readdirSync(join(folder, '..')).includes(room) ? sourcesIn(folder) : []
    return files.flatMap((path) =>
      namesInSource(path, readFileSync(path, 'utf8')).map((naming) => ({ ...naming, room, path })),
    )
  })
