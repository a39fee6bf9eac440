/** Ids are made by whoever creates the record: here, the browser. */
import { type Id, uuidV7 } from '#kernel/ids.ts'

export const newId = <Kind extends string>(): Id<Kind> =>
  uuidV7<Kind>(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
