/** A refusal leaves everything as it was: every row of every table, and not one line more in the audit. */
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** Areas and the law are too many to read each time. Whoever acts for the first time signs in, which is written. */
const leftOut = /^(session|sign_in_failure|law_text|area|area_.*|declared_total)$/
const signedIn = "what = 'session.started'"

const rowsOf = (table: string): string => `
  select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows
    from ${table} t ${table === 'audit_line' ? `where not ${signedIn}` : ''}`

/** Every table's rows as one text each, whatever their order. */
export async function rowsNow({ owner }: Pick<World, 'owner'>): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const read = tables.rows.filter(({ name }) => !leftOut.test(name)).map(({ name }) => rowsOf(name))
  const { rows } = await owner.query<{ name: string; rows: string }>(read.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/**
 * The code of the problem with which an act was refused. Fails where it was not refused, where any row changed, and where
 * either sentence is missing or has a place that nobody filled.
 */
export async function refusal(world: World, act: () => Promise<LightMyRequestResponse>): Promise<string> {
  const before = await rowsNow(world)
  const reply = await act()
  expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
  expect(await rowsNow(world)).toEqual(before)
  const { code, title } = reply.json<{ code: string; title: { vi: string; en: string } }>()
  for (const sentence of [title.vi, title.en]) expect(sentence, code).toMatch(/^[^{}]+$/)
  return code
}
