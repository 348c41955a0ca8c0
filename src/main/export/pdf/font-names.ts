import { overwriteTable, tableOf } from './sfnt.ts'

/**
 * Gives a font a family name of our own. The native engine always looks at the fonts of the machine, so a
 * bundled font under its public name could be mixed with another version of it; under a private name it cannot.
 * The Open Font License asks for another name in a changed font anyway.
 */

const WINDOWS = { platform: 3, encoding: 1, language: 0x409 }
const COPYRIGHT = 0
const FAMILY = 1
const STYLE = 2
const UNIQUE = 3
const FULL = 4
const VERSION = 5
const POSTSCRIPT = 6
const LICENSE = 13
const LICENSE_URL = 14

/** Names are UTF-16, the high byte first. */
function readName(name: DataView, id: number): string {
  const strings = name.getUint16(4)
  for (let index = 0; index < name.getUint16(2); index += 1) {
    const at = 6 + index * 12
    if (name.getUint16(at) !== WINDOWS.platform || name.getUint16(at + 6) !== id) continue
    const from = name.byteOffset + strings + name.getUint16(at + 10)
    const bytes = new Uint8Array(name.buffer, from, name.getUint16(at + 8))
    return Buffer.from(bytes).swap16().toString('utf16le')
  }
  return ''
}

function writeNames(names: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...names].filter(([, text]) => text !== '').sort(([a], [b]) => a - b)
  const strings = 6 + entries.length * 12
  const out = Buffer.alloc(strings + entries.reduce((sum, [, text]) => sum + text.length * 2, 0))
  out.writeUInt16BE(entries.length, 2)
  out.writeUInt16BE(strings, 4)
  let offset = 0
  entries.forEach(([id, text], index) => {
    const at = 6 + index * 12
    const record = [WINDOWS.platform, WINDOWS.encoding, WINDOWS.language, id, text.length * 2, offset]
    record.forEach((value, field) => out.writeUInt16BE(value, at + field * 2))
    out.set(Buffer.from(text, 'utf16le').swap16(), strings + offset)
    offset += text.length * 2
  })
  return out
}

/** In place. `style` must differ between the faces of one family: "Regular", "Semibold", "Italic"… */
export function renameFont(font: Uint8Array, family: string, style: string): void {
  const before = tableOf(font, 'name')
  const postscript = `${family}-${style}`.replaceAll(' ', '')
  const kept = [COPYRIGHT, VERSION, LICENSE, LICENSE_URL].map((id) => [id, readName(before, id)] as const)
  overwriteTable(
    font,
    'name',
    writeNames(
      new Map([
        ...kept,
        [FAMILY, family],
        [STYLE, style],
        [UNIQUE, postscript],
        [FULL, `${family} ${style}`],
        [POSTSCRIPT, postscript],
      ]),
    ),
  )
}

/** The family name as the engine will read it. */
export function familyOf(font: Uint8Array): string {
  return readName(tableOf(font, 'name'), FAMILY)
}
