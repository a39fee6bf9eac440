/** A table says what it is of, also to who does not see the heading over it. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const screens = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
const tables = screens.flatMap((name) =>
  readFileSync(`src/${name}`, 'utf8')
    .split(/<table\b/)
    .slice(1)
    .map((rest) => ({ name, begins: rest.slice(rest.indexOf('>') + 1).trimStart() })),
)

it('every table of the screens begins with its caption', () => {
  expect(tables.length).toBeGreaterThan(5)
  expect(tables.filter(({ begins }) => !begins.startsWith('<caption')).map(({ name }) => name)).toEqual([])
})
