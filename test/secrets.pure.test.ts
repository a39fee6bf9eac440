/** What is not found by trying, however often: tokens of 256 bits, and the id on a signed paper. */
import { expect, it } from 'vitest'
import { ofAccounts, ofAddresses, ofPasswords, type Patience, remainingWait } from '#features/people/rules.ts'
import { newId } from '#platform/server/ids.ts'
import { newToken } from '#platform/server/session.ts'

const sample = 4_000
const bitsOf = (bytes: Buffer): number[] =>
  [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, at) => (byte >> at) & 1))

/** How many bits are as often one as nought: within six standard deviations of the half. */
function fairBits(samples: readonly Buffer[]): number {
  const ones = samples.map(bitsOf).reduce((sums, bits) => sums.map((sum, at) => sum + (bits[at] ?? 0)))
  const near = 3 * Math.sqrt(samples.length)
  return ones.filter((count) => Math.abs(count - samples.length / 2) < near).length
}

it('a token of a session, its form token and the set-up token are 256 bits, each of them drawn', () => {
  const tokens = Array.from({ length: sample }, newToken)
  expect(new Set(tokens).size).toBe(sample)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(fairBits(tokens.map((token) => Buffer.from(token, 'base64url')))).toBe(256)
})

it('of the id of a paper 62 bits are drawn, also where many are made in one millisecond', () => {
  const ids = Array.from({ length: sample }, () => Buffer.from(newId().replaceAll('-', ''), 'hex'))
  // The last eight bytes but for the two bits of the variant.
  const drawn = ids.map((id) => id.subarray(8))
  expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(sample)
  expect(fairBits(drawn)).toBe(62)
})

/** How often one may be wrong who tries again the moment that the wait is over. */
function triesWithin(seconds: number, patience: Patience): number {
  let [tries, now, lastMs] = [0, 0, 0]
  while (true) {
    now += remainingWait({ failures: tries, lastMs }, now, patience) * 1000
    if (now >= seconds * 1000) return tries
    tries += 1
    lastMs = now
  }
}

const day = 24 * 3600
it.each([
  { said: 'one name from one address', patience: ofPasswords, minute: 8, most: 110 },
  { said: 'one name from all addresses', patience: ofAccounts, minute: 24, most: 125 },
  { said: 'one address at all names', patience: ofAddresses, minute: 24, most: 750 },
])('$said: $minute wrong ones in a minute, at most $most in a day', ({ patience, minute, most }) => {
  expect(triesWithin(60, patience)).toBe(minute)
  expect(triesWithin(day, patience)).toBeLessThanOrEqual(most)
})
