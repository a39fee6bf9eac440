import { describe, expect, it } from 'vitest'
import { faultOfPhone, withPhone } from './phoneSaid.ts'

const facts = { settlement: 'rural' } as const

describe('the number by which a family wants to be called', () => {
  it('is sent where the register has another, as it is dialled', () => {
    expect(withPhone({ ...facts, phone: '+84 912 345 678' }, '0987654321')).toEqual({ ...facts, phone: '0912345678' })
    expect(withPhone({ ...facts, phone: '0912 345 678' }, null)).toEqual({ ...facts, phone: '0912345678' })
  })

  it('is not sent where it is kept, or typed as the register has it', () => {
    expect(withPhone(facts, '0912345678')).toEqual(facts)
    expect(withPhone({ ...facts, phone: '0912 345 678' }, '0912345678')).toEqual(facts)
    expect(withPhone({ ...facts, phone: '' }, null)).toEqual(facts)
  })

  it('that is no more is sent as none', () => {
    expect(withPhone({ ...facts, phone: ' ' }, '0912345678')).toEqual({ ...facts, phone: '' })
  })

  it.each(['0912', '09123456789012', 'Chị Ba', '091 234 567'])('"%s" cannot be dialled', (typed) => {
    expect(faultOfPhone(typed)).not.toBeNull()
  })
})
