/**
 * What lies on this device lies sealed, wherever the browser can: a record goes in by `toKeep` and comes out by `fromKept`.
 * Each account has a key of its own here. A page holds the key only while the device is open for it (`opening.ts`).
 */
import type { AccountId } from '#kernel/ids.ts'
import { device } from '../device.ts'
import type { VaultRow } from '../stored.ts'
import { type DataKey, openRecord, type Sealed, sealRecord } from './sealing.ts'
import { way } from './way.ts'

/** The device is closed for this account: nothing of it can be read or written now. */
export class StoreClosed extends Error {}

const held = new Map<AccountId, DataKey>()
const rows = new Map<AccountId, VaultRow | null>()
export async function rowOf(accountId: AccountId): Promise<VaultRow | null> {
  if (!way.used) return null
  const known = rows.get(accountId)
  if (known !== undefined) return known
  const found = (await device.vault.get(accountId)) ?? null
  rows.set(accountId, found)
  return found
}

export async function putRow(row: VaultRow): Promise<void> {
  await device.vault.put(row)
  rows.set(row.accountId, row)
}

/** A part of it, whatever else of it another window changes meanwhile; null where there is none. */
export async function changeRow(accountId: AccountId, part: Partial<VaultRow>): Promise<VaultRow | null> {
  await device.vault.update(accountId, part)
  return freshRow(accountId)
}

export async function dropRow(accountId: AccountId): Promise<void> {
  held.delete(accountId)
  rows.set(accountId, null)
  await device.vault.delete(accountId)
}

/** Read anew: another window may have changed it. */
export async function freshRow(accountId: AccountId): Promise<VaultRow | null> {
  rows.delete(accountId)
  return rowOf(accountId)
}

export const holdKey = (accountId: AccountId, key: DataKey): void => void held.set(accountId, key)
/** Of everybody else's no key stays in this page. */
export function holdNoOthers(accountId: AccountId | null): void {
  for (const one of held.keys()) if (one !== accountId) held.delete(one)
}
export const isHeld = (accountId: AccountId): boolean => held.has(accountId)

/** Null: nothing is sealed for this account on this device. Rejects with `StoreClosed` where the key is not in hand. */
export async function keyOf(accountId: AccountId): Promise<DataKey | null> {
  const key = held.get(accountId)
  if (key) return key
  const row = await rowOf(accountId)
  if (!row) return null
  const fetched = (await way.fetch?.(row).catch(() => null)) ?? null
  if (!fetched) throw new StoreClosed()
  held.set(accountId, fetched)
  return fetched
}

/** What is put into a row in place of the record, or nothing where it stands there as it is. */
export type Sealing<T> = { readonly record: T | null; readonly sealed?: Sealed }

/** A record as it is to lie under `place` (the table and its key there). */
export async function toKeep<T>(accountId: AccountId, record: T, place: string): Promise<Sealing<T>> {
  const key = await keyOf(accountId)
  return key ? { record: null, sealed: await sealRecord(key, record, place) } : { record }
}

/** The record again. Rejects where the device is closed, or it was altered. */
export async function fromKept<T>(
  accountId: AccountId,
  { record, sealed }: Sealing<unknown>,
  place: string,
): Promise<T> {
  if (!sealed) return record as T
  const key = await keyOf(accountId)
  if (!key) throw new StoreClosed()
  return openRecord<T>(key, sealed, place)
}
