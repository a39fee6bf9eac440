/** Standard output and standard error of a command that may write more than its reader wants. */

export type Output = {
  /** Goes on once the text is on its way; a slow reader makes the writer wait. Throws where it cannot be written. */
  readonly write: (text: string) => Promise<void>
  readonly tell: (text: string) => Promise<void>
  /** Whether whoever read standard output has left, as `head` does. */
  readonly gone: () => boolean
  readonly end: () => Promise<void>
}

const together = 64 * 1024

/** A reader that leaves is no fault: the writer only stops. */
function sink(stream: NodeJS.WriteStream) {
  let fault: NodeJS.ErrnoException | null = null
  stream.on('error', (error: NodeJS.ErrnoException) => {
    fault ??= error
  })
  const gone = () => fault?.code === 'EPIPE'
  const send = (text: string) =>
    new Promise<void>((resolve, reject) => {
      if (fault !== null) return gone() ? resolve() : reject(fault)
      stream.write(text, (error) => {
        if (error) fault ??= error
        if (fault !== null && !gone()) reject(fault)
        else resolve()
      })
    })
  return { send, gone }
}

export function openOutput(): Output {
  const [out, err] = [sink(process.stdout), sink(process.stderr)]
  let waiting = ''
  let last = Promise.resolve()
  let due: NodeJS.Immediate | null = null
  const flush = (): Promise<void> => {
    if (due !== null) clearImmediate(due)
    due = null
    if (waiting === '') return last
    const text = waiting
    waiting = ''
    last = last.then(() => out.send(text))
    last.catch(() => {}) // told to whoever writes or ends next
    return last
  }
  return {
    write: (text) => {
      waiting += text
      if (waiting.length >= together) return flush()
      due ??= setImmediate(flush)
      return last
    },
    tell: err.send,
    gone: out.gone,
    end: flush,
  }
}
