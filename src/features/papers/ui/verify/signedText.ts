/** The signed text inside what a person gives: the fragment of an address, a whole address, or the text itself. */
export function signedTextIn(given: string): string {
  const bare = given.replace(/\s+/g, '')
  const behind = bare.includes('#') ? bare.slice(bare.indexOf('#') + 1) : bare
  try {
    return decodeURIComponent(behind)
  } catch {
    return behind
  }
}
