import { unpacked } from '#kernel/packed.ts'

/** The signed text inside what a person gives: the fragment of an address, a whole address, the text itself or its digits. */
export function signedTextIn(given: string): string {
  const bare = given.replace(/\s+/g, '')
  const behind = bare.includes('#') ? bare.slice(bare.indexOf('#') + 1) : bare
  try {
    return unpacked(behind) ?? decodeURIComponent(behind)
  } catch {
    return behind
  }
}
