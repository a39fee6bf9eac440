/**
 * Argon2id with the parameters of the OWASP password storage page. Passwords are NFC, so keyboards may spell the same
 * word in two ways. Hashing is heavy on purpose: few at a time, and never while a connection is held.
 */
import { hash, verify } from '@node-rs/argon2'
import { nfc } from '#kernel/text.ts'
import { bounded } from '#platform/server/bounded.ts'

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** As many as small machines have cores; some thousand people may wait some seconds in the morning. */
const inTurn = bounded({ atOnce: 2, waiting: 1_000 })

export const hashOfPassword = (password: string): Promise<string> => inTurn(() => hash(nfc(password), options))

/** A hash nobody's password has, so that an unknown name costs the same time as a wrong password. */
const nobody = hashOfPassword('không có tài khoản này')

export const passwordFits = async (held: string | null, password: string): Promise<boolean> => {
  const against = held ?? (await nobody)
  return (await inTurn(() => verify(against, nfc(password)))) && held !== null
}
