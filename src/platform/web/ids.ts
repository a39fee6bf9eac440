/** Ids are made by whoever creates the record: here, the browser. */
import { type Id, type Kind, uuidV7 } from '#kernel/ids.ts'

export const newId = <K extends Kind>(): Id<K> => uuidV7<K>(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
