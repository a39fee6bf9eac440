/** A refusal leaves everything as it was: every row of every table, and not one line more in the audit. */
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** What a question alone may write: who is signed in. Areas and the law are too many to read each time. */
const leftOut = /^(session|sign_in_failure|law_text|area|area_.*|declared_total)$/

/** One text for each table: its rows, whatever their order. */
export async function rowsNow({ owner }: Pick<World, 'owner'>): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const each = tables.rows
    .filter(({ name }) => !leftOut.test(name))
    .map(
      ({
        name,
      }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
      as rows from ${name} t`,
    )
  const { rows } = await owner.query<{ name: string; rows: string }>(each.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/**
 * The code of the problem with which an act was refused. Fails where it was not refused, where any row changed, and where
 * either sentence is missing or has a place that nobody filled.
 */
export async function refusal(world: World, act: () => Promise<LightMyRequestResponse>): Promise<string> {
  // Whoever acts for the first time signs in, which is written; the act itself is what must write nothing.
  const before = await rowsNow(world)
  const reply = await act()
  expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
  expect(await rowsNow(world)).toEqual(before)
  const { code, title } = reply.json<{ code: string; title: { vi: string; en: string } }>()
  for (const sentence of [title.vi, title.en]) expect(sentence, code).toMatch(/^[^{}]+$/)
  return code
}
