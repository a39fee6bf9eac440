/** What a browser stores for the pages of an address: its IndexedDB, read out of one page and put into another. */
import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'

type ObjectStore = {
  readonly name: string
  readonly keyPath: string | string[]
  readonly autoIncrement: boolean
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean }[]
  readonly records: readonly unknown[]
}
export type BrowserStore = { readonly name: string; readonly version: number; readonly stores: readonly ObjectStore[] }

/** Everything in the named database of the page's address. Throws where JSON would lose something of it. */
export async function readStore(page: Page, name: string): Promise<BrowserStore> {
  const store = await page.evaluate(async (called) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open(called))
    const stores = []
    for (const each of db.objectStoreNames) {
      const held = db.transaction(each).objectStore(each)
      const indexes = Array.from(held.indexNames, (index) => {
        const { keyPath, unique } = held.index(index)
        return { name: index, keyPath, unique }
      })
      const { keyPath, autoIncrement } = held
      stores.push({ name: each, keyPath, autoIncrement, indexes, records: await done(held.getAll()) })
    }
    const { version } = db
    db.close()
    return { name: called, version, stores }
  }, name)
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(store)), store)) throw new Error('the store holds more than JSON')
  return store as BrowserStore
}

/** Makes the database at the page's address, in the version it had. The pages of the application come afterwards. */
export async function writeStore(page: Page, store: BrowserStore): Promise<void> {
  await page.evaluate(
    ({ name, version, stores }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version)
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => {
          for (const { name: each, keyPath, autoIncrement, indexes, records } of stores) {
            const made = opening.result.createObjectStore(each, { keyPath, autoIncrement })
            for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique })
            for (const record of records) made.add(record)
          }
        }
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
    store,
  )
}
