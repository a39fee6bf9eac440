import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { problemCatalogue } from '#kernel/problem.ts'
import type { Schema } from './hostile/least.ts'
import { openWorld, type World } from './world.ts'

const endpoints = allRoutes({ library: loadStandards() }).map((r) => r.endpoint)
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('every door', () => {
  it('stands in the list of doors with its right', async () => {
    const list = endpoints.map((e) => `${e.right.padEnd(18)} ${e.method.padEnd(5)} ${e.path}  (${e.name})`).sort()
    await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('golden/doors.txt')
    expect(new Set(endpoints.map((e) => e.name)).size).toBe(endpoints.length)
    expect(new Set(endpoints.map((e) => `${e.method} ${e.path}`)).size).toBe(endpoints.length)
  })
})

describe('every refusal', () => {
  it('has its sentence in both languages, with the same facts', () => {
    expect(problemCatalogue.size).toBeGreaterThan(20)
    // A fact may be told in each language: `reason` and `reasonEn`.
    const places = (text: string) => [...text.matchAll(/\{(\w+?)(?:En)?\}/g)].map((m) => m[1]).sort()
    for (const [code, { vi, en }] of problemCatalogue) {
      expect(vi.trim() && en.trim(), code).toBeTruthy()
      expect(vi, code).not.toBe(en)
      expect(places(vi), code).toEqual(places(en))
    }
  })

  it('is plain about hostile input: nothing breaks, nothing is written', async () => {
    const before = await world.owner.query('select count(*)::int as n from audit_line')
    const hostile = [
      '\u0000',
      '../../etc/passwd',
      "'; drop table account; --",
      '<script>alert(1)</script>',
      'a'.repeat(100_000),
      '{"__proto__":{"x":1}}',
    ]
    const asking = endpoints.filter((e) => Object.keys((e.input as Schema).properties ?? {}).length > 0)
    for (const endpoint of asking.filter((e) => e.method === 'POST' && !e.upload && e.right !== 'public')) {
      for (const text of hostile) {
        const properties = Object.keys((endpoint.input as Schema).properties ?? {})
        const body = Object.fromEntries(
          properties.filter((p) => !endpoint.path.includes(`:${p}`)).map((p) => [p, text]),
        )
        const url = endpoint.path.replace(/:(\w+)/g, () => encodeURIComponent(text.slice(0, 200)))
        const reply = await world.as('hung').post(url, body)
        expect([400, 403, 404, 413, 414, 422], `${endpoint.name} ${text.slice(0, 20)}`).toContain(reply.statusCode)
      }
    }
    const after = await world.owner.query('select count(*)::int as n from audit_line')
    expect(after.rows[0].n - before.rows[0].n).toBeLessThanOrEqual(2) // Hùng's own signing in, and that his old password is guessed at
  })
})
