import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { type Pace, watchPace } from './pace.ts'

/** Wide enough for a busy machine, narrow enough to wait for. */
const quick: Pace = { silentMs: 700, graceMs: 1_500, bytesPerSecond: 1_000, leftoverMs: 700, everyMs: 50 }
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

it.concurrent('a phone on a weak line, with gaps, gets its body through', async () => {
  const { text, endedByServer } = await spoken(whole, async (write) => {
    write(head(6_000))
    for (let n = 0; n < 10; n++) {
      write('x'.repeat(600))
      await wait(200)
    }
  })
  expect(text).toContain('got it')
  expect(endedByServer).toBe(false)
})

it.concurrent('who falls silent within a body is told so and is cut off, however much has come', async () => {
  const { text, endedByServer } = await spoken(whole, async (write, gone) => {
    write(`${head(200_000)}${'x'.repeat(100_000)}`)
    for (let n = 0; n < 100 && !gone(); n++) await wait(50)
  })
  expect(endedByServer).toBe(true)
  expect(text).toMatch(/^HTTP\/1\.1 408 /)
  expect(text).toContain('"code":"input.too_slow"')
})

it.concurrent('who drips is cut off although he is never silent', async () => {
  const { text, endedByServer } = await spoken(whole, async (write, gone) => {
    write(head(3_000))
    for (let n = 0; n < 150 && !gone(); n++) {
      write('x')
      await wait(40)
    }
  })
  expect(endedByServer).toBe(true)
  expect(text).toMatch(/^HTTP\/1\.1 408 /)
})

it.concurrent('who was refused reads why, and what he still sends is not taken for ever', async () => {
  const refuses: RequestListener = (_, response) => void response.writeHead(403).end('no')
  const { text, endedByServer } = await spoken(refuses, async (write, gone) => {
    write(head(10_000_000))
    for (let n = 0; n < 150 && !gone(); n++) {
      write('x'.repeat(2_000))
      await wait(30)
    }
  })
  expect(text).toMatch(/^HTTP\/1\.1 403 /)
  expect(endedByServer).toBe(true)
})

it.concurrent('who waits for us is not slow', async () => {
  const late: RequestListener = (request, response) => void setTimeout(() => whole(request, response), 1_600)
  const { text } = await spoken(late, async (write) => {
    write(`${head(3_000)}${'x'.repeat(1_500)}`)
    await wait(1_700)
    write('x'.repeat(1_500))
    await wait(300)
  })
  expect(text).toContain('got it')
})
