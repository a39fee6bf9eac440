import { describe, expect, it } from 'vitest'
import { deviceName } from './deviceName.ts'
import { loginFault } from './login.ts'
import { whyNotPassword } from './newPassword.ts'

describe('a new password', () => {
  it('is taken when it is long enough and typed twice alike, whatever Unicode form the keyboard gives', () => {
    expect(whyNotPassword('một câu thật dài', 'một câu thật dài'.normalize('NFD'))).toBeNull()
  })

  it('is refused when it is short or the two differ', () => {
    expect(whyNotPassword('ngắn', 'ngắn')).not.toBeNull()
    expect(whyNotPassword('một câu thật dài', 'một câu thật dàii')).not.toBeNull()
    // Ten letters when counted in the form that is stored, not twenty marks.
    expect(whyNotPassword('ắắắắắ'.normalize('NFD'), 'ắắắắắ'.normalize('NFD'))).not.toBeNull()
  })
})

it('refuses a user name that the server would refuse', () => {
  expect(loginFault('hung.tamhong')).toBeNull()
  for (const wrong of ['', 'h', 'Hùng', 'hung tam hong', '.hung', 'x'.repeat(60)])
    expect(loginFault(wrong)).not.toBeNull()
})

it('names a device as its owner would', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0'
  expect(deviceName(windows)).toEqual({ vi: 'Edge trên Windows', en: 'Edge on Windows' })
  const phone = 'Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'
  expect(deviceName(phone)).toEqual({ vi: 'Chrome trên Android', en: 'Chrome on Android' })
  expect(deviceName('')).toEqual({ vi: 'Thiết bị không rõ', en: 'Unknown device' })
})
