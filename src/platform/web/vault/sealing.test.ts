/** What lies on a phone opens with the right PIN on that phone, and for the server alone what was finished there. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKeys, openKeys, rotateKey } from '#platform/server/keys/keys.ts'
import * as sealing from './sealing.ts'

const raw = sealing.newDataKey()
const record = { name: 'Nguyễn Thị Ấm', born: 1958 }

describe('a record on the device', () => {
  it('is read again where it lies, and holds nothing that can be read without the key', async () => {
    const key = await sealing.holdDataKey(raw)
    const sealed = await sealing.sealRecord(key, record, 'draft a')
    expect(await sealing.openRecord(key, sealed, 'draft a')).toEqual(record)
    expect(Buffer.from(sealed).includes(Buffer.from('Nguyễn'))).toBe(false)
    expect(Buffer.from(sealed).includes(Buffer.from('1958'))).toBe(false)
    await expect(sealing.openRecord(key, sealed, 'draft b')).rejects.toThrow()
    const other = await sealing.holdDataKey(sealing.newDataKey())
    await expect(sealing.openRecord(other, sealed, 'draft a')).rejects.toThrow()
    const altered = sealed.slice()
    altered.set([(altered[20] ?? 0) ^ 1], 20)
    await expect(sealing.openRecord(key, altered, 'draft a')).rejects.toThrow()
  })

  it('is sealed anew at every stroke: the same twice is not alike', async () => {
    const key = await sealing.holdDataKey(raw)
    const [a, b] = [await sealing.sealRecord(key, record, 'a'), await sealing.sealRecord(key, record, 'a')]
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false)
  })
})

describe('the data key', () => {
  it('opens with the PIN on this device, not with another PIN, and not on another device', async () => {
    const device = await sealing.newDeviceKey()
    const locked = await sealing.lockWith('246813', device, raw)
    expect(await sealing.unlockWith('246813', device, locked)).toEqual(raw)
    expect(await sealing.unlockWith('246814', device, locked)).toBe(null)
    await expect(sealing.unlockWith('246813', await sealing.newDeviceKey(), locked)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('raw', device)).rejects.toThrow()
  })
})

describe('a finished form', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nang-buoc-delivery-'))
  const path = join(folder, 'keys', 'keys.json')
  const keys = createKeys(path)
  const device = '0198a000-0000-7000-8000-00000000d001'
  const made = { id: 'c', path: '/api/x', schemaVersion: 2, madeAt: 5, body: '{"tên":"Ấm"}' }
  const seal = async () => sealing.sealDelivery(await sealing.holdDataKey(raw), keys.deliveryKey(), device, made)

  it('opens at the server alone, as it was made, and after the keys were turned', async () => {
    const sealed = await seal()
    const { device: from, text } = keys.openDelivery(sealed)
    expect([from, JSON.parse(text)]).toEqual([device, { ...made, mac: expect.any(String) }])
    rotateKey(path, 'field')
    const turned = openKeys(path)
    expect(turned.deliveryKey().id).not.toBe(keys.deliveryKey().id)
    expect(turned.openDelivery(sealed)).toEqual({ device: from, text })
    expect(sealed).not.toContain('/api/x')
  })

  it('does not open at another server, with another name of a phone on it, or altered anywhere', async () => {
    const sealed = await seal()
    const code = { code: 'keys.value_unreadable' }
    const others = createKeys(join(mkdtempSync(join(tmpdir(), 'nang-buoc-delivery-')), 'keys', 'keys.json'))
    const [version, id, , packed = ''] = sealed.split('.')
    const bytes = Buffer.from(packed, 'base64url')
    const cut = (n: number) => `${version}.${id}.${device}.${bytes.subarray(0, n).toString('base64url')}`
    const bad = [
      `${version}.${id}.0198a000-0000-7000-8000-00000000d002.${packed}`,
      `2.${id}.${device}.${packed}`,
      `${version}.${others.deliveryKey().id}.${device}.${packed}`,
      ...[0, 64, 65, 77, 90, bytes.length - 1].map(cut),
      ...[0, 1, 30, 64, 66, 80, bytes.length - 1].map((at) => {
        const altered = Buffer.from(bytes)
        altered[at] = (altered[at] ?? 0) ^ 1
        return `${version}.${id}.${device}.${altered.toString('base64url')}`
      }),
      '',
      'x',
    ]
    for (const one of bad) expect(() => keys.openDelivery(one), one.slice(0, 80)).toThrow(expect.objectContaining(code))
    expect(() => others.openDelivery(sealed)).toThrow(expect.objectContaining(code))
  })
})
