/** What no HTTP client sends: bytes for a bare socket, in pieces, and how the sender leaves. */
import type { Chance } from '#features/households/demo/chance.ts'

export type Bytes = {
  readonly name: string
  readonly pieces: readonly (string | Buffer)[]
  /** `half`: says that nothing more comes and waits for the answer. `stays`: waits only. `cut`: is gone at once. */
  readonly leaves: 'half' | 'stays' | 'cut'
}

const host = 'host: localhost\r\n'
const json = 'content-type: application/json\r\n'
const post = `POST /api/sign-in HTTP/1.1\r\n${host}${json}sec-fetch-site: same-origin\r\n`
const get = `GET /healthz HTTP/1.1\r\n${host}`
const body = '{"login":"hung","password":"x"}'
const last = 'connection: close\r\n\r\n'

const heads: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  empty: ['\r\n\r\n'],
  garbage: [Buffer.from(Array.from({ length: 600 }, (_, n) => (n * 89) % 256)), '\r\n\r\n'],
  nuls: [Buffer.alloc(2_000)],
  tls: [Buffer.from('16030100ca010000c60303', 'hex'), Buffer.alloc(200, 7)],
  http2: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', Buffer.alloc(100)],
  http09: ['GET /healthz\r\n\r\n'],
  http3: [`GET /healthz HTTP/3.0\r\n${host}\r\n`],
  noVersion: [`GET / HTTP/\r\n${host}\r\n`],
  longMethod: [`${'A'.repeat(3_000)} / HTTP/1.1\r\n${host}\r\n`],
  oddMethod: [`BREW / HTTP/1.1\r\n${host}\r\n`],
  smallMethod: [`get /healthz HTTP/1.1\r\n${host}\r\n`],
  connect: [`CONNECT example.org:443 HTTP/1.1\r\n${host}\r\n`],
  trace: [`TRACE /api/me HTTP/1.1\r\n${host}${last}`],
  star: [`OPTIONS * HTTP/1.1\r\n${host}${last}`],
  starGet: [`GET * HTTP/1.1\r\n${host}${last}`],
  fullAddress: [`GET http://example.org/api/me HTTP/1.1\r\n${host}${last}`],
  oddAddress: [`GET http://[::1/%zz HTTP/1.1\r\n${host}${last}`],
  noSlash: [`GET healthz HTTP/1.1\r\n${host}${last}`],
  spaceInAddress: [`GET /api/ho usehold HTTP/1.1\r\n${host}${last}`],
  bytesInAddress: [Buffer.from(`GET /api/h\u1ed9/\u00ff HTTP/1.1\r\n${host}${last}`)],
  longAddress: [`GET /${'a'.repeat(60_000)} HTTP/1.1\r\n${host}${last}`],
  noHost: [`GET /healthz HTTP/1.1\r\n${last}`],
  twoHosts: [`${get}host: other\r\n${last}`],
  oddHost: [`GET /api/me HTTP/1.1\r\nhost: [::1%25]:99999/../\r\n${last}`],
  oddHostPost: [`POST /api/sign-in HTTP/1.1\r\nhost: :\r\norigin: http://:\r\n${json}content-length: 2\r\n${last}{}`],
  longHead: [`${get}x: ${'a'.repeat(90_000)}\r\n${last}`],
  manyHeads: [get, ...Array.from({ length: 60 }, (_, n) => `x-${n}: ${'y'.repeat(900)}\r\n`), last],
  nulInHead: [`${get}x: a\0b\r\n${last}`],
  noColon: [`${get}just a line\r\n${last}`],
  spaceBeforeColon: [`${get}x : 1\r\n${last}`],
  folded: [`${get}x: a\r\n b\r\n${last}`],
  lineFeeds: ['GET /healthz HTTP/1.1\nhost: localhost\nconnection: close\n\n'],
  ancestor: [`${get}__proto__: 1\r\nconstructor: 2\r\ntoString: 3\r\n${last}`],
  upgrade: [`${get}connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x\r\n\r\n`],
  upgradeTwo: [`${get}connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: x\r\n\r\n`],
  expect: [`${post}expect: 100-continue\r\ncontent-length: ${body.length}\r\n${last}`, body],
  expectMore: [`${post}expect: tea\r\ncontent-length: ${body.length}\r\n${last}`, body],
  pipelined: Array.from({ length: 40 }, () => `${get}\r\n`),
  pipelinedWrong: [`${get}\r\n`, `${get}\r\n`, 'nonsense\r\n\r\n'],
  getWithBody: [`${get}content-length: 5\r\n${last}`, 'aaaaa'],
  putWithBody: [`PUT /api/households HTTP/1.1\r\n${host}${json}content-length: 2\r\n${last}`, '{}'],
}

const bodies: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  noLength: [`${post}${last}`],
  negative: [`${post}content-length: -1\r\n${last}`, body],
  oddLength: [`${post}content-length: 0x10\r\n${last}`, body],
  hugeLength: [`${post}content-length: 99999999999999999999\r\n${last}`, body],
  overLength: [`${post}content-length: 9007199254740993\r\n${last}`, body],
  longer: [`${post}content-length: 5\r\n\r\n`, body],
  twoLengths: [`${post}content-length: 5\r\ncontent-length: 31\r\n${last}`, body],
  lengthAndChunks: [`${post}content-length: 31\r\ntransfer-encoding: chunked\r\n${last}`, '0\r\n\r\n', get, last],
  oddCoding: [`${post}transfer-encoding: gzip, identity\r\n${last}`, body],
  oddCodingTwice: [`${post}transfer-encoding: chunked, chunked\r\n${last}`, '0\r\n\r\n'],
  oddChunk: [`${post}transfer-encoding: chunked\r\n${last}`, 'zz\r\n', body],
  negativeChunk: [`${post}transfer-encoding: chunked\r\n${last}`, '-1\r\n', body],
  hugeChunk: [`${post}transfer-encoding: chunked\r\n${last}`, 'ffffffffffffffffff\r\n', body],
  cutChunk: [`${post}transfer-encoding: chunked\r\n${last}`, '1f\r\n', body],
  smallChunks: [`${post}transfer-encoding: chunked\r\n${last}`, ...[...body].map((b) => `1\r\n${b}\r\n`), '0\r\n\r\n'],
  longExtension: [`${post}transfer-encoding: chunked\r\n${last}`, `1f;${'x'.repeat(30_000)}\r\n${body}\r\n0\r\n\r\n`],
  trailers: [
    `${post}transfer-encoding: chunked\r\n${last}`,
    `1f\r\n${body}\r\n0\r\n`,
    `x: ${'y'.repeat(30_000)}\r\n\r\n`,
  ],
  endless: [
    `${post}transfer-encoding: chunked\r\n${last}`,
    ...Array.from({ length: 40 }, () => `8000\r\n${' '.repeat(0x8000)}\r\n`),
  ],
  uploadOfNobody: [
    `POST /api/households/import HTTP/1.1\r\n${host}sec-fetch-site: same-origin\r\n` +
      'content-type: multipart/form-data; boundary=x\r\ncontent-length: 15000000\r\n\r\n',
    Buffer.alloc(300_000, 65),
  ],
}

const kinds = Object.entries({ ...heads, ...bodies })

/** All of them once, each sent to its end. */
export const everySocket: readonly Bytes[] = kinds.map(([name, pieces]) => ({ name, pieces, leaves: 'half' }))

export function socketShot(chance: Chance): Bytes {
  const [name, pieces] = chance.pick(kinds)
  const leaves = chance.pick(['half', 'half', 'cut'] as const)
  if (!chance.happens(0.3)) return { name, pieces, leaves }
  // Cut anywhere, also in the middle of a line.
  const all = Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
  const end = chance.between(1, all.length)
  return { name: `${name} cut at ${end}`, pieces: [all.subarray(0, end)], leaves }
}
