/** Every list of the office is a file and a paper too: found in the code, so that a new one cannot leave it out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', 'src')
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.includes('kit/'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))

/** What is no record of the office: an answer about a file not yet read in, buttons of the own account, the kit's example. */
const none = [
  'apps/web/gallery/GalleryListing.tsx',
  'features/households/import/ui/Found.tsx',
  'features/people/ui/MySessions.tsx',
  'platform/web/imports/Faults.tsx',
  'platform/web/imports/Source.tsx',
]

const lists = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/<Listing(?:<\w+>)?\s([\s\S]*?)\n\s*\/>/g)].map(([, props = '']) => ({ name, props })),
)

it('says of every list which document it is, or names it here', () => {
  expect(lists.length).toBeGreaterThan(17)
  const without = lists.filter(({ props }) => !/\bfile=\{(listAs\(|file\b)/.test(props)).map(({ name }) => name)
  expect(without.sort()).toEqual(none)
})

it('shows the columns of its file: written down once, in the columns of its room', () => {
  const own = lists
    .filter(({ props }) => /\bfile=\{(listAs\(|file\b)/.test(props))
    .filter(({ props }) => /\bcell:/.test(props.replace(/\{\s*key: '\w+',[^}]*?\},\s*act: true,[\s\S]*?cell:/g, '')))
  expect(own.map(({ name }) => name)).toEqual([])
})

it('draws no list beside the kit', () => {
  const tables = pages.filter(({ text }) => /<table\b/.test(text)).map(({ name }) => name)
  // What is no list of records: two records of one person, the answers of one survey, the lines of one standard, the classes of one round, a form.
  expect(tables.sort()).toEqual([
    'features/decisions/correction/ui/Differences.tsx',
    'features/decisions/round/ui/RoundFigures.tsx',
    'features/households/ui/changes/SideBySide.tsx',
    'features/rounds/ui/assigning/Proposal.tsx',
    'features/standards/ui/LinesView.tsx',
    'features/surveys/ui/checking/AnswerTable.tsx',
    'features/surveys/ui/checking/Beside.tsx',
  ])
})
