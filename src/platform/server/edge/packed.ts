/** Answers go packed where the browser takes it: a list of households in a fifth of its bytes, over a weak line. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Below one packet of the network packing saves nothing. */
const worthPacking = 1400

/** Quick ones: the server packs at every answer, and the slower ones win a twentieth. */
const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 5 }),
} as const
type Packer = keyof typeof packers

/** Whether a header `accept-encoding` names it, and not to refuse it (`br;q=0`). */
const takes = (accepts: string, name: Packer): boolean =>
  accepts.split(',').some((one) => {
    const [named = '', ...rest] = one.split(';').map((part) => part.trim().toLowerCase())
    return named === name && !rest.some((part) => /^q=0(\.0*)?$/.test(part))
  })

export type Packed = { readonly body: Buffer; readonly encoding: Packer | null }

/** The text as it goes over the line. */
export async function packed(text: string, accepts: string): Promise<Packed> {
  const bytes = Buffer.from(text)
  const encoding = bytes.length < worthPacking ? null : (['br', 'gzip'] as const).find((name) => takes(accepts, name))
  return encoding ? { body: await packers[encoding](bytes), encoding } : { body: bytes, encoding: null }
}
