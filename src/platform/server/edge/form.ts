/** A form with at most one file: its fields as texts, the file whole, all of it bounded while it comes. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { Problem, problem } from '#kernel/problem.ts'
import type { UploadedFile } from '../handle.ts'
import { bounds, keptLine } from './bounds.ts'
import { edgeProblem } from './problems.ts'

export type Form = {
  readonly fields: Record<string, unknown>
  readonly file: UploadedFile | null
  /** Of fields and file in their order: two sendings of one form differ in their boundary. */
  readonly hash: Buffer
  /** The same as it was taken before parts were told apart, by which a resend of then is known. */
  readonly hashBefore: Buffer
}

/** Bytes that are taken into the check at once. */
const piece = 1024 * 1024

/** What fields and boundaries may add to the file. */
const besides = 128 * 1024

const unreadable = (): Problem => edgeProblem('input.unreadable', { what: 'multipart/form-data' })

/** Reads a form whose file has at most `maxBytes`. Throws `input.too_large` and `input.unreadable`. */
export async function readForm(request: FastifyRequest, maxBytes: number): Promise<Form> {
  // A sender who has left while he waited is not waited for: nothing more would ever come.
  if (!request.isMultipart() || request.raw.destroyed) throw unreadable()
  const most = maxBytes + besides
  if (Number(request.headers['content-length'] ?? 0) > most) throw problem('input.too_large')
  try {
    return await Promise.race([readParts(request, maxBytes), failWhenOver(request, most)])
  } catch (error) {
    if (error instanceof Problem) throw error
    // Whatever else comes from the reader speaks of the form: no end, no boundary, a part cut short.
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? problem('input.too_large') : unreadable()
  }
}

/** A body sent in chunks does not say its length before. */
function failWhenOver(request: FastifyRequest, most: number): Promise<never> {
  return new Promise((_, reject) => {
    let bytes = 0
    request.raw.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > most) reject(problem('input.too_large'))
    })
  })
}

/**
 * The content check of a form: every part in its order, before each what it is, its name and how long it is, so that no two
 * forms are taken over the same bytes.
 */
function checkOfParts() {
  const [hash, before] = [createHash('sha256'), createHash('sha256')]
  return {
    field: (name: string, value: string) => {
      hash.update(`${JSON.stringify(['field', name, value])}\n`)
      before.update(`${name}=${value};`)
    },
    file: async (name: string, { mediaType, name: called, bytes }: UploadedFile) => {
      hash.update(`${JSON.stringify(['file', name, called, mediaType, bytes.length])}\n`)
      for (let at = 0; at < bytes.length; at += piece) {
        for (const one of [hash, before]) one.update(bytes.subarray(at, at + piece))
        // Others are answered in between.
        await setImmediate()
      }
    },
    ends: () => ({ hash: hash.digest(), hashBefore: before.digest() }),
  }
}

async function readParts(request: FastifyRequest, maxBytes: number): Promise<Form> {
  const fields: Record<string, unknown> = {}
  const check = checkOfParts()
  let file: UploadedFile | null = null
  const limits = {
    files: 1,
    fileSize: maxBytes,
    fields: bounds.fields,
    fieldSize: 4 * bounds.letters,
    fieldNameSize: bounds.keyLetters,
    parts: bounds.fields + 1,
    headerPairs: 20,
  }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (typeof part.value !== 'string' || part.valueTruncated || part.fieldnameTruncated) throw unreadable()
      // Of two fields of one name one would be taken and the other lost.
      if (Object.hasOwn(fields, part.fieldname)) throw unreadable()
      fields[part.fieldname] = part.value
      check.field(part.fieldname, part.value)
    } else {
      const bytes = await part.toBuffer()
      // A part may call itself a file and have no name.
      file = { name: keptLine(part.filename ?? '', 200), mediaType: part.mimetype, bytes }
      await check.file(part.fieldname, file)
    }
  }
  return { fields, file, ...check.ends() }
}
