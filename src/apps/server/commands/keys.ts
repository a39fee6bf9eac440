/** `nb keys rotate KIND`: a fresh key for new work; old ones stay for reading. */
import { Problem } from '#kernel/problem.ts'
import { StartFailure } from '#platform/server/embedded/failure.ts'
import { type KeyKind, keyKinds } from '#platform/server/keys/file.ts'
import { rotateKey } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { keyPath } from '../keys.ts'

const help = `nb keys rotate ${keyKinds.join(' | ')}
  Makes a fresh key of that kind in DATA_DIR/keys/keys.json; old keys stay for reading. Restart the program afterwards.
`

const isKind = (text: string | undefined): text is KeyKind => (keyKinds as readonly string[]).includes(text ?? '')

export async function keys([verb, kind]: string[]): Promise<number> {
  if (verb !== 'rotate' || !isKind(kind)) {
    process.stdout.write(help)
    return verb === '--help' ? 0 : 2
  }
  try {
    rotateKey(keyPath(settingsFrom(process.env).dataDir), kind)
    console.log(
      `Đã tạo khóa mới (${kind}); hãy khởi động lại chương trình. / A fresh key (${kind}); restart the program.`,
    )
    return 0
  } catch (error) {
    if (error instanceof Problem) console.error(`${error.said.vi}\n${error.said.en}`)
    else if (error instanceof StartFailure) console.error(error.message)
    else throw error
    return 1
  }
}
