/** What a phone stored, as it brings it home. */
import { hash } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { newId } from '#platform/server/ids.ts'
import type { Visitor } from './world.ts'

export type Item = {
  readonly id: string
  readonly path: string
  readonly schemaVersion: number
  readonly body: string
}
export type Told = {
  readonly id: string
  readonly status: number
  readonly hash: string
  readonly answer?: unknown
  readonly problem?: { readonly code: string; readonly title: { readonly vi: string; readonly en: string } }
}

/** `body`: an object, or the very bytes as text. */
export const stored = (path: string, body: object | string = {}, id: string = newId()): Item => ({
  id,
  path,
  schemaVersion: 1,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

export const hashOf = ({ body }: Item): string => hash('sha256', Buffer.from(body), 'hex')

export const sendBatch = (by: Visitor, items: readonly Item[]): Promise<LightMyRequestResponse> =>
  by.post('/api/field/commands', { items })

/** What was said of each. Fails where the whole was refused. */
export async function toldOf(by: Visitor, items: readonly Item[]): Promise<Told[]> {
  const reply = await sendBatch(by, items)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json().items
}
