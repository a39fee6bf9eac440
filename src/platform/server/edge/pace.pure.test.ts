import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { type Pace, watchPace } from './pace.ts'

const quick: Pace = { silentMs: 150, graceMs: 400, bytesPerSecond: 2_000, leftoverMs: 200, everyMs: 20 }
const head = (length: number) => `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What comes back when `send` writes to a server that answers as `listener` does; ended by the server or by us. */
async function spoken(
  listener: RequestListener,
  send: (write: (text: string) => void, gone: () => boolean) => Promise<void>,
): Promise<{ text: string; endedByServer: boolean }> {
  const server = createServer(listener)
  watchPace(server, quick)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  let text = ''
  let endedByServer = false
  socket.on('data', (data) => {
    text += data
  })
  socket.on('close', () => {
    endedByServer = true
  })
  socket.on('error', () => {})
  await send(
    (piece) => void (socket.destroyed || socket.write(piece)),
    () => endedByServer,
  )
  const answer = { text, endedByServer }
  socket.destroy()
  await new Promise((resolve) => server.close(resolve))
  return answer
}

const whole: RequestListener = (request, response) => {
  request.resume()
  request.on('end', () => response.end('got it'))
}

it('a phone on a weak line, with gaps, gets its body through', async () => {
  const { text, endedByServer } = await spoken(whole, async (write) => {
    write(head(3_000))
    for (let n = 0; n < 10; n++) {
      write('x'.repeat(300))
      await wait(90)
    }
  })
  expect(text).toContain('got it')
  expect(endedByServer).toBe(false)
})

it('who falls silent within a body is told so and is cut off', async () => {
  const { text, endedByServer } = await spoken(whole, async (write, gone) => {
    write(`${head(3_000)}x`)
    for (let n = 0; n < 60 && !gone(); n++) await wait(50)
  })
  expect(endedByServer).toBe(true)
  expect(text).toMatch(/^HTTP\/1\.1 408 /)
  expect(text).toContain('"code":"input.too_slow"')
})

it('who drips is cut off although he is never silent', async () => {
  const { text, endedByServer } = await spoken(whole, async (write, gone) => {
    write(head(3_000))
    for (let n = 0; n < 80 && !gone(); n++) {
      write('x')
      await wait(40)
    }
  })
  expect(endedByServer).toBe(true)
  expect(text).toMatch(/^HTTP\/1\.1 408 /)
})

it('who was refused reads why, and what he still sends is not taken for ever', async () => {
  const refuses: RequestListener = (_, response) => void response.writeHead(403).end('no')
  const { text, endedByServer } = await spoken(refuses, async (write, gone) => {
    write(head(10_000_000))
    for (let n = 0; n < 80 && !gone(); n++) {
      write('x'.repeat(2_000))
      await wait(30)
    }
  })
  expect(text).toMatch(/^HTTP\/1\.1 403 /)
  expect(endedByServer).toBe(true)
})

it('who waits for us is not slow', async () => {
  const late: RequestListener = (request, response) => void setTimeout(() => whole(request, response), 700)
  const { text } = await spoken(late, async (write) => {
    write(`${head(3_000)}${'x'.repeat(1_500)}`)
    await wait(800)
    write('x'.repeat(1_500))
    await wait(100)
  })
  expect(text).toContain('got it')
})
