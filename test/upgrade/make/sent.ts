/** Sendings with the bytes and the ids they went out with, so that they can be sent again. */
import type { Page, Route } from 'playwright-core'
import { newId } from '#platform/server/ids.ts'
import type { Unheard } from '../folder.ts'
import type { Person, Raw } from '../person.ts'
import type { Sent } from '../questions.ts'

/** A change made over HTTP. Throws where it is refused. */
export async function keepSent(who: Person, path: string, body: object = {}): Promise<Sent> {
  const headers = { 'content-type': 'application/json', 'x-command': newId<'command'>() }
  const raw = { path, headers, body: JSON.stringify(body) }
  const answer = await who.send(raw)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return { raw, answer }
}

async function rawOf(route: Route): Promise<Raw> {
  const request = route.request()
  const sent = await request.allHeaders()
  const names = ['content-type', 'x-command', 'x-schema-version'].filter((name) => sent[name] !== undefined)
  const headers = Object.fromEntries(names.map((name) => [name, sent[name] ?? '']))
  return { path: new URL(request.url()).pathname, headers, body: request.postData() ?? '' }
}

const first = <T>(page: Page, sendings: string, meet: (route: Route) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    page.route(sendings, (route) => meet(route).then(resolve, reject), { times: 1 }).catch(reject)
  })

/** The next such sending arrives, while its reply does not: from then on the server is out of reach. */
export const loseReply = (page: Page, sendings: string): Promise<Unheard> =>
  first(page, sendings, async (route) => {
    const reply = await route.fetch()
    const raw = await rawOf(route)
    const answer = { status: reply.status(), body: await reply.json() }
    await page.route(sendings, (again) => again.abort('connectionfailed'))
    await route.abort('connectionfailed')
    return { ...raw, answer }
  })

/** The next such sending does not arrive. */
export const loseRequest = (page: Page, sendings: string): Promise<Raw> =>
  first(page, sendings, async (route) => {
    const raw = await rawOf(route)
    await route.abort('connectionfailed')
    return raw
  })
