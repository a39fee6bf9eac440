import { expect, it } from 'vitest'
import type { AccountId, CommandId } from '#kernel/ids.ts'
import { keptOf, withSubject } from './firstDevice.ts'

const accountId = 'mai' as AccountId
const command = {
  id: 'c1' as CommandId,
  accountId,
  endpoint: 'surveys.submit',
  path: '/api/households/h1/cases/k1/surveys',
  input: '{"a":1}',
  schemaVersion: 1,
  madeAt: 1,
  label: 'Phiếu hộ Nguyễn Văn An',
  state: 'waiting',
  settledAt: null,
} as const

it('tells of a command of the first builds what it is about, and changes nothing else of it', () => {
  const about = { subject: { kind: 'case', id: 'k1' }, page: '/phone/phieu/h1/k1' }
  expect(withSubject(command)).toEqual({ ...command, ...about })
})

it('leaves a command that says it itself, and opens the list of sendings where nobody can tell', () => {
  const own = { ...command, subject: { kind: 'delivery', id: 'd1' }, page: '/phone/giao/d1' }
  expect(withSubject(own)).toEqual(own)
  const other = { ...command, path: '/api/somewhere' }
  expect(withSubject(other)).toEqual({ ...other, subject: { kind: 'command', id: 'c1' }, page: '/phone/gui' })
})

it('knows readings that lay among the drafts by their address, and a draft for what it is', () => {
  const draft = (kind: string, id: string, data: unknown = {}) => ({ accountId, kind, id, data, savedAt: 5 })
  const kept = (address: string, answer: unknown = {}) => ({ accountId, address, answer, readAt: 5 })
  expect(keptOf(draft('my_surveys', 'mai'))).toEqual(kept('/api/my-surveys'))
  const asked = { case: { householdId: 'h1' } }
  expect(keptOf(draft('case', 'k1', asked))).toEqual(kept('/api/households/h1/cases/k1/form', asked))
  expect(keptOf(draft('law', 'hash'))).toEqual(kept('/api/law/hash'))
  expect(keptOf(draft('survey', 'k1'))).toBe(null)
})
