import { notWellFormed } from './xml-names.ts'

/** What the letters between tags, and those of values, stand for. */

const NEEDS_CARE = /[<&\t\n\r]/

/** Whether a value is anything but what it says. */
export function needsReading(value: string): boolean {
  return NEEDS_CARE.test(value)
}

export function readValue(raw: string): string {
  if (!NEEDS_CARE.test(raw)) return raw
  if (raw.includes('<')) notWellFormed()
  const plain = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw
  return plain.includes('&') ? decoded(plain) : plain
}

export function readText(raw: string, isInside: boolean): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!isInside && !/^[ \t\n]*$/.test(lines)) notWellFormed()
  return lines.includes('&') ? decoded(lines) : lines
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (written, name: string) => {
    if (!written.endsWith(';')) return notWellFormed()
    const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name)
    if (!code) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? '') : notWellFormed()
    return letter(code[1] === undefined ? parseInt(code[2] ?? '', 10) : parseInt(code[1], 16))
  })
}

/** Char of XML 1.0, production 2. */
function letter(code: number): string {
  const isChar =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isChar ? String.fromCodePoint(code) : notWellFormed()
}
