/** Whether bytes are a film or a sound, by their frames. */

const boxes = new Set('ftyp moov mdat free skip wide udta meta uuid moof mfra sidx styp pdin ssix prft'.split(' '))

/** Boxes one behind another to the last byte, the first that of its kind and one of them the directory. */
export function isMp4(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  let directory = false
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return false
    const name = bytes.toString('latin1', at + 4, at + 8)
    const short = bytes.readUInt32BE(at)
    // 0: to the end; 1: the length stands behind the name.
    const long = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short
    const length = short === 0 ? bytes.length - at : long
    if (!boxes.has(name) || length < 8 || at + length > bytes.length) return false
    directory ||= name === 'moov'
    at += length
  }
  return directory
}

const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const rates = [44_100, 48_000, 32_000] as const

/** The length of the frame of layer III that begins here; null where none does. */
function frameAt(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return null
  const [second, third] = [bytes[at + 1] as number, bytes[at + 2] as number]
  const version = (second >> 3) & 3
  if ((second & 0xe6) !== 0xe2 || version === 1) return null
  const kind = version === 3 ? 1 : 2
  const bitrate = bitrates[kind][third >> 4]
  const rate = rates[(third >> 2) & 3]
  if (!bitrate || !rate) return null
  const perSecond = rate / (version === 3 ? 1 : version === 2 ? 2 : 4)
  return Math.floor(((kind === 1 ? 144 : 72) * bitrate * 1000) / perSecond) + ((third >> 1) & 1)
}

/** Words about it at its beginning, as players write them; their length stands in four times seven bits. */
function afterWords(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0
  return 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] as number) & 0x7f), 0)
}

const framesLooked = 5

/** What players write behind the last frame: 128 bytes of words. */
const wordsBehind = 128
const hasWordsBehind = (bytes: Buffer, at: number): boolean =>
  bytes.length - at === wordsBehind && bytes.toString('latin1', at, at + 3) === 'TAG'
/** What other players write there, of any length: it is left out. */
const playersWords = ['APETAGEX', 'LYRICSBEGIN']
/** No frame is longer: what is left of one that was cut off. */
const longestFrame = 2881

/**
 * How much of it is a sound: frames one behind another from what is said about it to the end, with the words behind them.
 * Half a frame at the end, as a recorder leaves it, is left out. Null where it is none, or more stands behind it.
 */
export function lengthOfMp3(bytes: Buffer): number | null {
  let [at, frames] = [afterWords(bytes), 0]
  for (; ; frames += 1) {
    const length = frameAt(bytes, at)
    if (length === null || at + length > bytes.length) break
    at += length
  }
  if (frames < framesLooked) return null
  if (hasWordsBehind(bytes, at)) return bytes.length
  // Of a frame that was cut off its head still stands there, or the end is padded with noughts.
  const rest = bytes.subarray(at)
  const isCut = frameAt(bytes, at) !== null && rest.length < longestFrame
  const isKnown = playersWords.some((head) => rest.toString('latin1', 0, head.length) === head)
  return rest.length === 0 || isCut || isKnown || rest.every((byte) => byte === 0) ? at : null
}
