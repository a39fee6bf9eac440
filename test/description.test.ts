import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('what the program says of itself', () => {
  it('describes its calls in valid OpenAPI 3.1, printed from the contracts', async () => {
    const reply = await world.nobody.get('/openapi.json')
    const { valid, errors } = await new Validator().validate(reply.json())
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(reply.json().openapi).toBe('3.1.0')
    expect(Object.keys(reply.json().paths).length).toBeGreaterThan(15)
  })

  it('is alive, and ready only while the database answers', async () => {
    expect((await world.nobody.get('/healthz')).json()).toEqual({ alive: true })
    expect((await world.nobody.get('/readyz')).json()).toMatchObject({ ready: true })
  })

  it('says plainly that an address holds nothing', async () => {
    const reply = await world.as('hung').get('/api/khong-co')
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(reply.json().title.vi).toBe('Không tìm thấy.')
  })

  it('lets no page run anything that did not come from here', async () => {
    const policy = String((await world.nobody.get('/healthz')).headers['content-security-policy'])
    expect(policy).toMatch(/default-src 'self'/)
    expect(policy).not.toMatch(/unsafe/)
  })
})
