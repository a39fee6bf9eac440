import { expect, it } from 'vitest'
import { deviceKindOf, deviceMark } from './device.ts'
import type { FieldDeviceId } from './ids.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0'

it.each([
  ['phone', `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`],
  ['phone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15'],
  ['tablet', `Mozilla/5.0 (Linux; Android 12; SM-T220) ${chrome} Safari/537.36`],
  ['tablet', 'Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15'],
  ['computer', `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${chrome} Safari/537.36`],
  ['computer', `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`],
  [null, 'lightMyRequest'],
  [null, ''],
])('a %s is known by what its browser says', (kind, agent) => {
  expect(deviceKindOf(agent)).toBe(kind)
})

it('two phones of one person are told apart by four signs that can be read out, the same wherever they stand', () => {
  const [one, other] = [
    '0199f3a1-7c5e-7b21-9d40-5a1be0c93f2a',
    '0199f3a1-7c5e-7b21-9d40-5a1be0c9a10b',
  ] as FieldDeviceId[]
  expect([one, other].map((id) => deviceMark(id as FieldDeviceId))).toEqual(['3F2A', 'A10B'])
})
