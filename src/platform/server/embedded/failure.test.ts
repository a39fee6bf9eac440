import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { explainDiskError, explainListenError, StartFailure } from './failure.ts'

const listen = (port: number) =>
  new Promise<{ error?: unknown; port: number; close: () => void }>((resolve) => {
    const server = createServer()
    server.on('error', (error) => resolve({ error, port, close: () => {} }))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve({ port: address && typeof address === 'object' ? address.port : 0, close: () => server.close() })
    })
  })

test('a taken port is said in both languages with its address', async () => {
  const first = await listen(0)
  const second = await listen(first.port)
  const said = explainListenError(second.error, { host: '127.0.0.1', port: first.port })
  expect(said).toBeInstanceOf(StartFailure)
  expect((said as StartFailure).vi).toContain(`127.0.0.1:${first.port} đang được chương trình khác dùng`)
  expect((said as StartFailure).en).toContain(`127.0.0.1:${first.port} is in use`)
  first.close()
})

test('a full disk is said as such, an error of another kind stays as it is', () => {
  expect(explainDiskError({ code: 'ENOSPC' }, '/data')).toMatchObject({ en: expect.stringContaining('is full') })
  const other = new Error('something else')
  expect(explainDiskError(other, '/data')).toBe(other)
  expect(explainListenError(other, { host: '127.0.0.1', port: 1 })).toBe(other)
})
