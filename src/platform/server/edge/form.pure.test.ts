/** The content check of a form: a resend is the same form, and nothing else is. */
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readForm } from './form.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = fastify()
  await app.register(multipart)
  app.post('/form', async (request, reply) => {
    const form = await readForm(request, 1000).catch((error: { code: string }) => reply.code(400).send(error.code))
    return 'hash' in form
      ? { fields: form.fields, check: form.hash.toString('hex'), before: form.hashBefore.toString('hex') }
      : form
  })
})
afterAll(() => app.close())

type Part = readonly [name: string, value: string, file?: { readonly called: string; readonly type: string }]
const partText = ([name, value, file]: Part): string =>
  file
    ? `content-disposition: form-data; name="${name}"; filename="${file.called}"\r\ncontent-type: ${file.type}\r\n\r\n${value}`
    : `content-disposition: form-data; name="${name}"\r\n\r\n${value}`
const send = (parts: readonly Part[], boundary = 'one') =>
  app.inject({
    method: 'POST',
    url: '/form',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${parts.map((part) => `--${boundary}\r\n${partText(part)}\r\n`).join('')}--${boundary}--\r\n`,
  })
const checkOf = async (parts: readonly Part[], boundary?: string): Promise<string> =>
  (await send(parts, boundary)).json().check

const pdf = { called: 'ky.pdf', type: 'application/pdf' }
const page: readonly Part[] = [
  ['number', '145/QĐ-UBND'],
  ['signedOn', '2026-11-20'],
  ['file', '%PDF-1.7', pdf],
]

describe('the content check of a form', () => {
  it('is the same for the same form, whatever stands between its parts', async () => {
    expect(await checkOf(page, 'one')).toBe(await checkOf(page, 'another-boundary'))
  })

  it.each<[string, readonly Part[], readonly Part[]]>([
    [
      'a value that looks like two fields',
      [['a', '1;b=2']],
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a name that holds the sign between name and value', [['a', 'b=c']], [['a=b', 'c']]],
    [
      'a field that goes on in the file',
      [
        ['a', '1'],
        ['file', 'b=2;', pdf],
      ],
      [
        ['a', '1'],
        ['b', '2'],
        ['file', '', pdf],
      ],
    ],
    ['the same bytes as field and as file', [['a', 'x']], [['a', 'x', pdf]]],
    ['the same bytes under another name', [['file', 'x', pdf]], [['file', 'x', { ...pdf, called: 'khac.pdf' }]]],
    ['the same bytes as another type', [['file', 'x', pdf]], [['file', 'x', { ...pdf, type: 'image/png' }]]],
    [
      'the same fields in another order',
      [
        ['a', '1'],
        ['b', '2'],
      ],
      [
        ['b', '2'],
        ['a', '1'],
      ],
    ],
  ])('tells apart %s', async (_what, one, other) => {
    const [first, second] = [await checkOf(one), await checkOf(other)]
    expect([first, second]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(second).not.toBe(first)
  })

  it('knows besides how the builds before took it, for what was sent to them', async () => {
    const { before } = (await send(page)).json()
    // sha256 of `number=145/QĐ-UBND;signedOn=2026-11-20;%PDF-1.7`.
    expect(before).toBe('ba49f31b618139d4f8760405b9745592c3bf8a751f35f43573f6feb713c22ee7')
  })
})

describe('a form is refused', () => {
  it('with two fields of one name: neither is silently the one', async () => {
    const reply = await send([
      ['number', '1'],
      ['number', '2'],
    ])
    expect([reply.statusCode, reply.body]).toEqual([400, 'input.unreadable'])
  })
  it('with two files', async () => {
    const reply = await send([
      ['file', 'x', pdf],
      ['more', 'y', pdf],
    ])
    expect([reply.statusCode, reply.body]).toEqual([400, 'input.unreadable'])
  })
})
