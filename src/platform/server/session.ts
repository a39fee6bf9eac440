/** Sessions: an opaque random token in a cookie, its SHA-256 in the database (OWASP session management). */
import { hash, randomBytes } from 'node:crypto'
import type { Actor } from '#kernel/access.ts'
import type { Id } from '#kernel/ids.ts'

export const sessionCookie = 'nb_session'
export const sessionDays = 14

export type Session = {
  readonly sessionId: Id<'session'>
  readonly csrf: string
  readonly login: string
  readonly mustChangePassword: boolean
  readonly actor: Actor
}

export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer')
