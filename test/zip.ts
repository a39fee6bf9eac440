/** What lies in an office paper: the text of every part by its name. */
import { text } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

export async function textsIn(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes))
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  return parts
}
