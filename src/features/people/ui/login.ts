/** How a user name is written. */
import type { Words } from '#platform/web/language.ts'

export const loginHint: Words = {
  vi: 'Chữ thường không dấu, số, dấu chấm hoặc gạch: "hung.tamhong".',
  en: 'Lower case letters without marks, digits, points or dashes: "hung.tamhong".',
}

/** Why this cannot be a user name; null when it can. */
export const loginFault = (login: string): Words | null =>
  /^[a-z0-9][a-z0-9._-]{1,40}$/.test(login) ? null : loginHint
