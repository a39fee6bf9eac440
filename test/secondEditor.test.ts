/**
 * A second editor at every form: what one has sent goes out once more as another command, as by somebody who had the same
 * view before them and pressed a moment later. Either it is refused in words, or nothing is written over.
 * Who then differs is shown both values: `test/e2e/forms.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { newId } from '#platform/server/ids.ts'
import { everyChange } from './everyChange.ts'
import { officeForms } from './forms/list.ts'
import { openWorld, type World } from './world.ts'

let world: World
let heard: ReadonlyMap<string, readonly Second[]>
beforeAll(async () => {
  world = await openWorld()
  heard = playSecond(world)
  await everyChange(world)
})
afterAll(() => world.close())

type Asked = { readonly method: string; readonly url: string; readonly headers: Record<string, string> }
type Reply = { readonly statusCode: number; readonly json: () => { code: string; title?: { vi: string } } }
type Second = { readonly status: number; readonly code: string; readonly says: string }

const writing = allRoutes({ library: loadStandards() })
  .map(({ endpoint }) => endpoint)
  .filter(({ method }) => method !== 'GET')
const fits = (path: string, url: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(url)
const nameOf = (url: string) =>
  (writing.find(({ path }) => path === url) ?? writing.find(({ path }) => fits(path, url)))?.name ?? url

/** Sends every change that was taken a second time; tells by the name of the call what the second was told. */
function playSecond({ app }: World): ReadonlyMap<string, readonly Second[]> {
  const told = new Map<string, Second[]>()
  const inject = app.inject.bind(app) as unknown as (asked: Asked) => Promise<Reply>
  const twice = async (asked: Asked) => {
    const reply = await inject(asked)
    if (reply.statusCode !== 200 || asked.method !== 'POST' || !asked.headers['x-command']) return reply
    const second = await inject({ ...asked, headers: { ...asked.headers, 'x-command': newId() } })
    const problem = second.statusCode === 200 ? null : second.json()
    const name = nameOf(asked.url)
    const one = { status: second.statusCode, code: problem?.code ?? 'taken', says: problem?.title?.vi ?? '' }
    told.set(name, [...(told.get(name) ?? []), one])
    return reply
  }
  app.inject = twice as unknown as typeof app.inject
  return told
}

describe('who presses a moment later', () => {
  it.each(Object.entries(officeForms))('in %s writes over nothing', (_form, { call, second }) => {
    const all = heard.get(call) ?? []
    expect(all.length, `${call} was not played`).toBeGreaterThan(0)
    for (const { status, code, says } of all) {
      expect(status, code).toBeLessThan(500)
      if (second === 'new' || second === 'act') expect(code, 'it was taken twice').not.toBe('taken')
      if (code !== 'taken') expect(says).not.toBe('')
    }
  })
})
