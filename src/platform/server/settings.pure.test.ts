import { describe, expect, it } from 'vitest'
import { StartFailure } from './embedded/failure.ts'
import { proveTls, settingsFrom } from './settings.ts'

const base = { DATA_DIR: '/srv/nang-buoc' }
const refusal = (work: () => unknown): StartFailure => {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(StartFailure)
    return error as StartFailure
  }
  throw new Error('went through')
}

describe('settings', () => {
  it('written in a file of Windows mean the same', () => {
    const unix = {
      ...base,
      MODE: 'demo',
      PORT: '8081',
      DATABASE_URL: 'postgres://nang_buoc:mat-khau@db.xa.vn/nang_buoc',
      PUBLIC_URL: 'https://ngheo.xa.vn',
      TRUSTED_PROXIES: '10.0.0.1,10.0.0.2',
    }
    const windows = Object.fromEntries(Object.entries(unix).map(([name, value]) => [name, `${value}\r`]))
    expect(settingsFrom(windows)).toEqual(settingsFrom(unix))
  })

  it.each([
    ['PORT', { PORT: '80a' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ngheo.xa.vn' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a@b/c' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://a:100%@b/c' }],
    ['APP_DATABASE_URL', { APP_DATABASE_URL: 'postgres://a:b@c/d' }],
    ['TLS_CERT', { TLS_CERT: '/a.pem' }],
  ])('that cannot be meant are refused by name: %s', (name, wrong) => {
    const said = refusal(() => settingsFrom({ ...base, ...wrong }))
    expect(said.vi).toContain(name)
    expect(said.en).toContain(name)
  })

  it('name a certificate that is not there', () => {
    const said = refusal(() => proveTls(settingsFrom({ ...base, TLS_CERT: '/no/cert.pem', TLS_KEY: '/no/key.pem' })))
    expect(said.vi).toContain('TLS_CERT, TLS_KEY')
  })
})
