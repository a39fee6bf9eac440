/** What the audit tells: every word that code or SQL writes is defined by a room, with its two sentences. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rooms } from '#apps/server/rooms.ts'
import { defineEvents } from '#kernel/event.ts'
import { happened } from '#platform/server/handle.ts'
import { joinRooms } from '#platform/server/room.ts'

const { events } = joinRooms(rooms)
const migrations = 'db/migrations'

/** The literals of a migration that look like an event, wherever it fills the audit. */
const toldIn = (text: string): string[] =>
  [...text.matchAll(/insert into audit_line[\s\S]*?;/g)].flatMap(([statement]) =>
    [...statement.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].flatMap(([, what]) => what ?? []),
  )

it('knows every word that a migration writes', () => {
  const told = readdirSync(migrations).flatMap((name) => toldIn(readFileSync(join(migrations, name), 'utf8')))
  expect(new Set(told)).toContain('grant.mended')
  expect(new Set(told).size).toBeGreaterThanOrEqual(5)
  expect(told.filter((what) => !events.said[what])).toEqual([])
})

it('has a sentence in each language, and a word for the kind', () => {
  expect(Object.keys(events.said).length).toBeGreaterThan(50)
  for (const [what, { vi, en }] of Object.entries(events.said)) {
    expect(vi.trim() && en.trim(), what).toBeTruthy()
    expect(vi, what).not.toBe(en)
    expect(events.kinds[what.split('.')[0] ?? ''], what).toBeDefined()
  }
})

it('refuses two rooms that say the same', () => {
  const twice = { name: 'twice', routes: () => [], events: defineEvents({ round: { vi: 'Kỳ', en: 'Round' } }, {}) }
  expect(() => joinRooms([...rooms, twice])).toThrow('two rooms say round')
})

it('compiles only what is defined', () => {
  const kinds = { visit: { vi: 'Thăm', en: 'Visits' } }
  const visit = defineEvents(kinds, { 'visit.made': { vi: 'Đã thăm', en: 'Visited' } })
  const telling = { subject: 'a', area: null }
  expect(happened(visit('visit.made', telling), 1).event).toEqual({ what: 'visit.made', ...telling })
  // @ts-expect-error no such event
  visit('visit.missed', telling)
  // @ts-expect-error a sentence is missing
  defineEvents(kinds, { 'visit.made': { vi: 'Đã thăm' } })
  // @ts-expect-error its kind has no word
  defineEvents(kinds, { 'call.made': { vi: 'Đã gọi', en: 'Called' } })
  // @ts-expect-error nobody defined it
  happened({ what: 'visit.made', ...telling }, 1)
})
