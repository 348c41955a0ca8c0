import { replaceTable, tableOf } from './sfnt.ts'

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

function readName(name: DataView, id: number): string {
  const strings = name.getUint16(4)
  for (let index = 0; index < name.getUint16(2); index += 1) {
    const at = 6 + index * 12
    if (name.getUint16(at) !== WINDOWS.platform || name.getUint16(at + 6) !== id) continue
    const from = strings + name.getUint16(at + 10)
    const units = Array.from({ length: name.getUint16(at + 8) / 2 }, (_, unit) =>
      name.getUint16(from + unit * 2),
    )
    return String.fromCharCode(...units)
  }
  return ''
}

function writeNames(names: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...names].filter(([, text]) => text !== '').sort(([a], [b]) => a - b)
  const strings = 6 + entries.length * 12
  const out = new Uint8Array(strings + entries.reduce((sum, [, text]) => sum + text.length * 2, 0))
  const view = new DataView(out.buffer)
  view.setUint16(2, entries.length)
  view.setUint16(4, strings)
  let offset = 0
  entries.forEach(([id, text], index) => {
    const at = 6 + index * 12
    const record = [WINDOWS.platform, WINDOWS.encoding, WINDOWS.language, id, text.length * 2, offset]
    record.forEach((value, field) => view.setUint16(at + field * 2, value))
    for (let unit = 0; unit < text.length; unit += 1) {
      view.setUint16(strings + offset + unit * 2, text.charCodeAt(unit))
    }
    offset += text.length * 2
  })
  return out
}

/** `style` must differ between the faces of one family: "Regular", "Semibold", "Italic"… */
export function renameFont(font: Uint8Array, family: string, style: string): Uint8Array {
  const before = tableOf(font, 'name')
  const postscript = `${family}-${style}`.replaceAll(' ', '')
  const kept = [COPYRIGHT, VERSION, LICENSE, LICENSE_URL].map((id) => [id, readName(before, id)] as const)
  return replaceTable(
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
