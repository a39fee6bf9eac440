/** A call as it came, alone or among others, put into what its door is given. */
import { hash } from 'node:crypto'
import { type CommandId, isId } from '#kernel/ids.ts'
import type { Request, UploadedFile } from '../doors/route.ts'
import { checkedInput, madeBy } from '../input.ts'
import type { Session } from '../session.ts'
import { keptLine } from './bounds.ts'
import { type Door, pathInput } from './paths.ts'

export type Body = {
  readonly fields: Record<string, unknown>
  readonly file: UploadedFile | null
  /** What the content hash is taken over: of a JSON body the bytes as they came. */
  readonly bytes: Buffer
  /** Of a form also what the builds before took. */
  readonly bytesBefore?: Buffer
}

export type Came = Pick<Request, 'address' | 'setSession' | 'each'> & {
  /** What its address says, as it came. */
  readonly params: unknown
  readonly body: Body
  readonly command: unknown
  readonly version: unknown
  readonly device: unknown
}

/** A resend is known by the name of its call, its address as it came, and the bytes that were sent. */
const checkOver = (name: string, params: unknown, bytes: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(name + JSON.stringify(params)), bytes]), 'buffer')

export function requestOf({ endpoint, names, gaps }: Door, session: Session | null, came: Came): Request {
  const { body, params, command, address, setSession, each } = came
  const version = madeBy(endpoint, came.version)
  const fromText = endpoint.method === 'GET' || Boolean(endpoint.upload)
  return {
    // Before the input is put into its form.
    contentHash: checkOver(endpoint.name, params, body.bytes),
    formerly: () =>
      [body.bytes, ...(body.bytesBefore ? [body.bytesBefore] : [])].flatMap((bytes) =>
        [endpoint.name, ...names].map((name) => ({ endpoint: name, contentHash: checkOver(name, params, bytes) })),
      ),
    input: checkedInput(endpoint, { ...body.fields, ...pathInput(gaps, params) }, { fromText, version }),
    session,
    commandId: typeof command === 'string' && isId(command) ? (command as CommandId) : null,
    address,
    device: keptLine(String(came.device ?? ''), 200),
    file: body.file,
    setSession,
    ...(each && { each }),
  }
}
