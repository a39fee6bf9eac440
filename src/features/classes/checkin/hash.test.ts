/** Codes: as RFC 6238 has them, taken for 15 seconds and no longer, of one session alone. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClassSessionId } from '#kernel/ids.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { codeNow, hotp, sessionOfCode } from './hash.ts'

const keys = createKeys(join(mkdtempSync(join(tmpdir(), 'nb-codes-')), 'keys', 'keys.json'))
const one = '019300aa-0000-7000-8000-000000000001' as ClassSessionId
const other = '019300aa-0000-7000-8000-000000000002' as ClassSessionId

describe('the code of a session', () => {
  it('is what RFC 6238 says of its test secret (SHA-256, eight digits, steps of 30 s)', () => {
    const secret = Buffer.from('12345678901234567890123456789012')
    const said = {
      59: '46119246',
      1111111109: '68084774',
      1111111111: '67062674',
      1234567890: '91819424',
      2000000000: '90698825',
    }
    for (const [seconds, code] of Object.entries(said))
      expect(hotp(secret, Math.floor(Number(seconds) / 30))).toBe(code)
  })

  it('is taken while it is not older than 15 s, and after that no more', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), fc.nat(60_000), (shown, later) => {
        const code = codeNow(keys, one, shown)
        const begun = shown - (shown % 5000)
        const found = sessionOfCode(keys, { code, of: [other, one], nowMs: shown + later })
        expect(found).toBe(shown + later - begun < 15_000 ? one : undefined)
      }),
    ))
})
