/** Small preferences of this device. A browser that forbids storage just forgets them. */
const prefix = 'nangbuoc.'

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    // Storage is full or forbidden: the choice holds for this page only.
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // Forbidden storage holds nothing.
  }
}
