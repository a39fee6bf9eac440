import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packed } from './packed.ts'

const list = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ name: `Nguyễn Văn ${n}`, village: 'Thôn Đồng' })))

describe('an answer on its way', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['GZIP ; q=0.5', 'gzip', gunzipSync],
  ] as const)('to who takes "%s" is packed by %s, and unpacks to what it was', async (accepts, encoding, unpack) => {
    const sent = await packed(list, accepts)
    expect(sent.encoding).toBe(encoding)
    expect(sent.body.length).toBeLessThan(list.length / 5)
    expect(unpack(sent.body).toString()).toBe(list)
  })

  it.each(['', 'identity', 'deflate', 'br;q=0', 'gzip;q=0.000, br;q=0.0', 'brotli', 'x-gzip'])(
    'to who takes "%s" goes as it is',
    async (accepts) => {
      expect(await packed(list, accepts)).toEqual({ body: Buffer.from(list), encoding: null })
    },
  )

  it('that fits into one packet goes as it is', async () => {
    expect((await packed('{"alive":true}', 'br')).encoding).toBe(null)
  })
})
