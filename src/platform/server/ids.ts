/** New ids on the server: UUIDv7 from the machine's clock and randomness. */
import { randomBytes } from 'node:crypto'
import { type Id, uuidV7 } from '#kernel/ids.ts'

export const newId = <Kind extends string>(): Id<Kind> => uuidV7<Kind>(Date.now(), randomBytes(10))
