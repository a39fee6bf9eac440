/** The name of a file on its way to a browser: whole for those of today, without marks for what reads ASCII alone. */

const asciiOf = (name: string): string =>
  name
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')

/** Letters that a URL may hold but this header may not (RFC 8187). */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** `inline`: the browser may show it; `attachment`: it is saved. */
export const contentDisposition = (name: string, how: 'inline' | 'attachment' = 'inline'): string =>
  `${how}; filename="${asciiOf(name)}"; filename*=UTF-8''${encoded(name)}`
