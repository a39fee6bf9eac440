/** Bodies, forms, addresses and heads that are wrong as a whole. */
import { gzipSync } from 'node:zlib'
import type { Chance } from '#features/households/demo/chance.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { formField, formFile, formOf, jsonHeaders, type Making, propertiesOf, type Shot, withField } from './calls.ts'
import { anyId } from './least.ts'

const right = '{"login":"hung","password":"nang-buoc-demo"}'
const deep = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`

/** Whole bodies that say they are JSON. */
export const jsonBodies: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  spaces: Buffer.from(' '.repeat(15_000)),
  noJson: Buffer.from('login=hung&password=x'),
  cut: Buffer.from(right.slice(0, 20)),
  more: Buffer.from(`${right}}`),
  list: Buffer.from('[1,2]'),
  nul: Buffer.from('null'),
  text: Buffer.from('"hung"'),
  number: Buffer.from('1e400'),
  mark: Buffer.from(`\ufeff${right}`),
  utf16: Buffer.from(right, 'utf16le'),
  latin1: Buffer.from('{"login":"h\u00f9ng","password":"x"}', 'latin1'),
  brokenUtf8: Buffer.from([...Buffer.from('{"login":"'), 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xff, ...Buffer.from('"}')]),
  nulByte: Buffer.from('{"login":"a\0b"}'),
  packed: gzipSync(right),
  deep: Buffer.from(deep(5_000)),
  deeper: Buffer.from(deep(400_000)),
  deepObjects: Buffer.from(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  open: Buffer.from('['.repeat(500_000)),
  ancestor: Buffer.from('{"__proto__":{"login":"hung","password":"x"},"constructor":1,"prototype":2}'),
  twice: Buffer.from(`{${Array.from({ length: 5_000 }, () => '"login":"a"').join(',')}}`),
  keys: Buffer.from(`{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join(',')}}`),
  numbers: Buffer.from(`{"a":[${'1e308,'.repeat(200_000)}1]}`),
  objects: Buffer.from(`{"a":[${'{},'.repeat(400_000)}1]}`),
  longNumber: Buffer.from(`{"login":${'1'.repeat(1_500_000)}}`),
  longText: Buffer.from(`{"login":"${'a'.repeat(1_900_000)}","password":""}`),
  marks: Buffer.from(`{"login":"a${'\u0323\u0302'.repeat(12_000)}","password":"x"}`),
  marksAll: Buffer.from(`{"login":"a${'\u0323\u0302'.repeat(400_000)}","password":"x"}`),
  marksApart: Buffer.from(
    `{"a":[${Array.from({ length: 4_000 }, () => `"${'a\u0323\u0302'.repeat(60)}"`).join(',')}]}`,
  ),
  tooLong: Buffer.from(`{"login":"${'a'.repeat(3_000_000)}"}`),
}

export const wrongForms: Readonly<Record<string, Pick<Shot, 'headers' | 'body'>>> = {
  noBoundary: { headers: { 'content-type': 'multipart/form-data' }, body: formOf([formFile]).body },
  emptyBoundary: { headers: { 'content-type': 'multipart/form-data; boundary=' }, body: formOf([formFile]).body },
  longBoundary: {
    headers: { 'content-type': `multipart/form-data; boundary=${'b'.repeat(3_000)}` },
    body: formOf([formFile]).body,
  },
  otherBoundary: { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: formOf([formFile]).body },
  noBody: { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: Buffer.alloc(0) },
  noEnd: formOf([formField('areaId', anyId), formFile], ''),
  cutInHead: formOf(['content-disposition: form-data; na'], ''),
  cutInField: formOf(['content-disposition: form-data; name="areaId"\r\n\r\n0189'], ''),
  noParts: formOf([]),
  headless: formOf(['\r\nx', 'x', '', formFile]),
  noName: formOf(['content-disposition: form-data\r\n\r\nx', formFile]),
  noFileName: formOf([
    'content-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream\r\n\r\nx',
  ]),
  emptyFile: formOf(['content-disposition: form-data; name="file"; filename=""\r\n\r\n']),
  oddFileName: formOf([
    `content-disposition: form-data; name="file"; filename="../..\\a\0\u0001${'ậ\u0323\u0302'.repeat(2_000)}.csv"\r\n\r\nx`,
  ]),
  starName: formOf(['content-disposition: form-data; name="file"; filename*=UTF-8\'\'%ff%fe%00.csv\r\n\r\nx']),
  textForFile: formOf([formField('file', 'a;b')]),
  fileForText: formOf(['content-disposition: form-data; name="areaId"; filename="a"\r\n\r\nx', formFile]),
  objectForText: formOf([
    'content-disposition: form-data; name="areaId"\r\ncontent-type: application/json\r\n\r\n{"a":1}',
    formFile,
  ]),
  brokenObject: formOf([
    'content-disposition: form-data; name="areaId"\r\ncontent-type: application/json\r\n\r\n{',
    formFile,
  ]),
  oddCharset: formOf([
    'content-disposition: form-data; name="areaId"\r\ncontent-type: text/plain; charset=klingon\r\n\r\nx',
  ]),
  ancestor: formOf([formField('__proto__', 'x'), formField('constructor', 'x'), formField('toString', 'x'), formFile]),
  ancestorFile: formOf(['content-disposition: form-data; name="__proto__"; filename="a"\r\n\r\nx']),
  twentyFiles: formOf(Array.from({ length: 20 }, () => formFile)),
  manyFields: formOf([...Array.from({ length: 3_000 }, (_, n) => formField(`f${n}`, 'x')), formFile]),
  longField: formOf([formField('areaId', 'x'.repeat(1_500_000)), formFile]),
  longName: formOf([formField('n'.repeat(60_000), 'x'), formFile]),
  manyHeads: formOf([`${Array.from({ length: 3_000 }, (_, n) => `x-${n}: 1`).join('\r\n')}\r\n${formFile}`]),
  longHead: formOf([`x: ${'1'.repeat(200_000)}\r\n${formFile}`]),
  marks: formOf([formField('areaId', `a${'\u0323\u0302'.repeat(12_000)}`), formFile]),
  nested: formOf(['content-type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\nx\r\n--in--']),
  brokenFile: formOf(['content-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK\u0003\u0004garbage']),
}

/** Heads that a client library still sends; worse ones go over a bare socket. */
const oddHeads: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  noCommand: { 'x-command': '' },
  oddCommand: { 'x-command': `${anyId}, ${anyId}` },
  longCommand: { 'x-command': 'x'.repeat(9_000) },
  oddVersion: { 'x-schema-version': '1e400' },
  manyCookies: { cookie: Array.from({ length: 900 }, (_, n) => `c${n}=%`).join('; ') },
  oddCookie: { cookie: 'nb_session=%ff%fe%; nb_session="; __proto__=1; =;;;==' },
  longCookie: { cookie: `nb_session=${'a'.repeat(9_000)}` },
  otherPage: { origin: 'https://example.org' },
  noOrigin: { origin: 'null' },
  oddOrigin: { origin: 'http://[::1' },
  otherSite: { 'sec-fetch-site': 'cross-site' },
  noType: { 'content-type': '' },
  plain: { 'content-type': 'text/plain' },
  form: { 'content-type': 'application/x-www-form-urlencoded' },
  multipart: { 'content-type': 'multipart/form-data; boundary=x' },
  oddType: { 'content-type': 'application/json; charset="; ;;=' },
  otherCharset: { 'content-type': 'application/json; charset=utf-16' },
  longType: { 'content-type': `application/${'x'.repeat(9_000)}` },
  packed: { 'content-encoding': 'br' },
  proxies: { 'x-forwarded-for': '::::,%,1.2.3.4', 'x-forwarded-host': '[', 'x-forwarded-proto': 'gopher' },
  part: {
    range: 'bytes=99999999999999999999-1,-,0-0',
    'if-none-match': '"'.repeat(500),
    'if-modified-since': 'hôm qua'.normalize('NFD').replace(/[^ -~]/g, ''),
  },
  oddAgent: { 'user-agent': '\u00ff\u00e1'.repeat(2_000) },
  noAccept: { accept: ';q=,*/*;q=1e400', 'accept-encoding': 'x'.repeat(5_000), 'accept-language': '*'.repeat(99) },
}

const addresses: readonly string[] = [
  '/%',
  '/%00',
  '/%ff%fe',
  '/api/%',
  '/api/households/%e0%80',
  `/api/households/${'%cc%a3%cc%82'.repeat(600)}`,
  `/api/households/${'a'.repeat(9_000)}`,
  '/api/households/%2e%2e%2f%2e%2e',
  '/api/areas/%00/children',
  '/api/areas/../../etc/passwd',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/%00.js',
  '/phone/..%5c..%5c',
  '/phone/%',
  '//example.org/%2f..',
  '/api//households///search',
  '/healthz/../api/me',
  '/healthz?%',
  '/openapi.json?__proto__=1',
  `/api/me?${'a&'.repeat(5_000)}`,
  `/api/me?${'__proto__[x]=1&'.repeat(300)}`,
  '/api/households/search?q=%&q=%ff&q[]=1&q[a]=2',
  `/api/households/search?q=a${'%cc%a3%cc%82'.repeat(900)}`,
  '/api/households/search?q=%00',
  '/api/households/search?q=%ed%a0%80',
  '/api/households/search?q=a;b=c&&&=&=x&q',
  '/api/areas/search?q=%25%5f%5c',
  '/index.html%20',
  '/;/api/me',
  '/api/me#/../x',
]

const marks = '\u0323\u0302'
/** What stands in the place of an office's list of households. */
const files: Readonly<Record<string, string | Buffer>> = {
  empty: '',
  oneByte: Buffer.from([0xd0]),
  nuls: Buffer.alloc(50_000),
  marks: `a${marks.repeat(200_000)};b\n`,
  marksInCells: `a${marks.repeat(400)};b\n`.repeat(500),
  commas: ','.repeat(2_000_000),
  lines: '\n'.repeat(1_500_000),
  quotes: `"${'""'.repeat(500_000)}`,
  openQuotes: '"a'.repeat(500_000),
  longCell: `Thôn;${'x'.repeat(2_000_000)}\n`,
  heads: 'Thôn;Số hộ;Quan hệ với chủ hộ;Họ và tên;Giới tính;Ngày sinh;Dân tộc\n'.repeat(3_000),
  rows: `Thôn;Số hộ;Quan hệ với chủ hộ;Họ và tên;Giới tính;Ngày sinh;Dân tộc\n${'=1;\ufffd;\u0001;😀;??;99/99/9999;00\n'.repeat(2_000)}`,
  halfUtf16: Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]),
  zip: Buffer.from(`PK\u0003\u0004${'PK\u0005\u0006'.repeat(3_000)}`, 'latin1'),
}

export function bodyShot(chance: Chance, { endpoints }: Making): Shot {
  const endpoint = chance.pick(endpoints.filter((e) => e.method === 'POST'))
  const [kind, body] = chance.pick(Object.entries(jsonBodies))
  return { name: `${endpoint.name} body: ${kind}`, endpoint, url: plainUrl(endpoint), headers: jsonHeaders, body }
}

export function formShot(chance: Chance, { endpoints }: Making): Shot {
  const uploads = endpoints.filter((e) => e.upload)
  const endpoint = chance.happens(0.9)
    ? chance.pick(uploads)
    : chance.pick(endpoints.filter((e) => e.method === 'POST'))
  const [kind, form] = chance.pick(Object.entries(wrongForms))
  return { name: `${endpoint.name} form: ${kind}`, endpoint, url: plainUrl(endpoint), ...form }
}

/** A right form with a wrong file. */
export function fileShot(chance: Chance, { endpoints, known }: Making): Shot {
  const endpoint = chance.pick(endpoints.filter((e) => e.upload))
  const right = withField(endpoint, known, ['nothing', { kind: 'nothing', json: '""' }])
  const [kind, file] = chance.pick(Object.entries(files))
  const [before, after] = String(right.body).split('\r\n\r\na;b')
  const body = Buffer.concat([Buffer.from(`${before}\r\n\r\n`), Buffer.from(file), Buffer.from(after ?? '')])
  return { ...right, name: `${endpoint.name} file: ${kind}`, body }
}

/** A right call under an odd head. */
export function headShot(chance: Chance, { endpoints, known }: Making): Shot {
  const endpoint = chance.pick(endpoints.filter((e) => propertiesOf(e).length > 0))
  const shot = withField(endpoint, known, ['nothing', { kind: 'nothing', json: '""' }])
  const [kind, headers] = chance.pick(Object.entries(oddHeads))
  return { ...shot, name: `${endpoint.name} head: ${kind}`, headers: { ...shot.headers, ...headers } }
}

export function addressShot(chance: Chance, { endpoints }: Making): Shot {
  const endpoint = chance.pick(endpoints.filter((e) => e.method === 'GET'))
  const url = chance.pick(addresses)
  return { name: `address ${url.slice(0, 60)}`, endpoint, url, headers: {}, body: undefined }
}

const plainUrl = ({ path }: Endpoint): string => path.replace(/:\w+/g, anyId)
