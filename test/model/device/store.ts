/** What a device keeps in IndexedDB, over an IndexedDB in memory: it outlives its pages. */
import { IDBFactory } from 'fake-indexeddb'

type Memory = IDBDatabase

export type Session = {
  /** For one page. */
  readonly factory: IDBFactory
  /** What the page had not committed is taken back, and it gets nothing more. */
  readonly kill: () => void
}
export type Store = {
  readonly open: () => Session
  /** For who puts something in before the first page. */
  readonly raw: IDBFactory
}

/** Asked for a store, it never answers. */
export const deadFactory = { open: () => ({ addEventListener() {} }) }

/** As `fake-indexeddb` keeps them; it has no way of its own to lose power. */
type Inner = {
  readonly _rawDatabase: { readonly transactions: { readonly db: unknown; readonly _state: string; abort(): void }[] }
}

function cutOff(base: Memory): void {
  for (const one of (base as unknown as Inner)._rawDatabase.transactions)
    if (one.db === base && !['committing', 'finished'].includes(one._state)) one.abort()
  base.close()
}

export function newStore(): Store {
  const raw = new IDBFactory()
  const open = (): Session => {
    const bases = new Set<Memory>()
    let alive = true
    const factory = new Proxy(raw, {
      get: (of, name) => {
        if (name !== 'open') return Reflect.get(of, name).bind?.(of) ?? Reflect.get(of, name)
        return (...given: Parameters<IDBFactory['open']>) => {
          if (!alive) return deadFactory.open()
          const asked = of.open(...given)
          asked.addEventListener('success', () => {
            const base = asked.result as unknown as Memory
            if (alive) bases.add(base)
            else base.close()
          })
          return asked
        }
      },
    })
    return {
      factory,
      kill: () => {
        alive = false
        for (const base of bases) cutOff(base)
      },
    }
  }
  return { raw, open }
}
