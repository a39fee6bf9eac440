import { useEffect, useState } from 'preact/hooks'
import {
  type DecodedPaper,
  type Ed25519Subtle,
  type Genuineness,
  type PublicKey,
  verifySigned,
} from '#kernel/signed.ts'

/** Checks the signature with the browser's own cryptography; null while keys or answer are on their way. */
export function useGenuineness(of: DecodedPaper, keys: readonly PublicKey[] | null): Genuineness | null {
  const [found, setFound] = useState<Genuineness | null>(null)
  useEffect(() => {
    if (!keys) return
    let stands = true
    // A page served without encryption has no cryptography to offer.
    const subtle = crypto.subtle as Ed25519Subtle | undefined
    const check = subtle ? verifySigned(of, keys, subtle) : Promise.resolve<Genuineness>('unsupported')
    void check.then((genuineness) => stands && setFound(genuineness))
    return () => {
      stands = false
    }
  }, [of.keyId, keys])
  return found
}
