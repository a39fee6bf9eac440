/** Passwords by argon2id with OWASP's parameters. The text is NFC, since a phone and a PC may spell the same word in two ways. */
import { hash, verify } from '@node-rs/argon2'
import { nfc } from '#kernel/text.ts'

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashOfPassword = (password: string): Promise<string> => hash(nfc(password), options)

/** A hash nobody's password has, so that an unknown name costs the same time as a wrong password. */
const nobody = hashOfPassword('không có tài khoản này')

export const passwordFits = async (held: string | null, password: string): Promise<boolean> =>
  (await verify(held ?? (await nobody), nfc(password))) && held !== null
