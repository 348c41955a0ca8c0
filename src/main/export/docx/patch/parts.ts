import type { WordPackage } from '../../../import/docx/package.ts'
import type { Part } from '../../../opc/write.ts'
import { xmlText } from '../../../opc/xml.ts'

/** The parts of the file that is written: those of the one that the review began with, and what is changed of them. */
export type Parts = {
  /** The text of a part as it stands now; undefined where there is none. */
  text(name: string): string | undefined
  /** Nothing happens where the text is the same. */
  setText(name: string, text: string): void
  setBytes(name: string, data: Uint8Array): void
  remove(name: string): void
  has(name: string): boolean
  names(): readonly string[]
  /** Puts the addresses of Transitional into every part: a file is Strict as a whole or not at all. */
  leaveStrict(): void
  list(): readonly Part[]
}

export function createParts(pack: WordPackage): Parts {
  const key = (name: string): string => name.toLowerCase()
  const parts = new Map<string, { readonly name: string; readonly data: Uint8Array }>()
  for (const name of pack.names) {
    const data = pack.part(name)
    if (data) parts.set(key(name), { name, data })
  }
  const setBytes = (name: string, data: Uint8Array): void => {
    parts.set(key(name), { name: parts.get(key(name))?.name ?? name, data })
  }
  const text = (name: string): string | undefined => {
    const part = parts.get(key(name))
    return part && xmlText(part.data)
  }
  return {
    text,
    setText(name, words) {
      if (text(name) !== words) setBytes(name, Buffer.from(inUtf8(words), 'utf8'))
    },
    setBytes,
    remove(name) {
      parts.delete(key(name))
    },
    has: (name) => parts.has(key(name)),
    names: () => [...parts.values()].map((part) => part.name),
    leaveStrict() {
      for (const { name, data } of parts.values()) {
        if (!/\.(xml|rels)$/i.test(name)) continue
        const words = xmlText(data)
        const isStrict = STRICT.some((address) => Buffer.from(data).includes(address))
        if (isStrict) setBytes(name, Buffer.from(inUtf8(words), 'utf8'))
      }
    },
    list: () => [...parts.values()],
  }
}

/** As bytes, in all that a part may be written in. */
const STRICT = (['utf8', 'utf16le'] as const).map((encoding) =>
  Buffer.from('http://purl.oclc.org/ooxml/', encoding),
)

/** A part that was in UTF-16 is written in UTF-8 and says so. */
function inUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
}
