import { writePackage } from '../../../src/main/opc/write.ts'
import type { Part } from '../../../src/main/opc/write.ts'
import type { Pick } from '../package-mutations.ts'

/** Packages whose parts are not those that belong there. */

export type PartMutation = (parts: readonly Part[], pick: Pick) => readonly Part[]

const NAMES = [
  '../out.xml',
  '/etc/stet-out.xml',
  '..\\out.xml',
  'C:\\out.xml',
  'word/../../out.xml',
  'word//x.xml',
  'word/./x.xml',
  'WORD/DOCUMENT.XML',
  'word/vbaProject.bin',
  'word/a\u0000b.xml',
  'word/e\u0301.xml',
  'word/',
  '',
  `word/${'x'.repeat(5000)}.xml`,
]
const TARGETS = [
  '../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'document.xml',
  'styles.xml#x',
  '%2e%2e/%2e%2e/x.xml',
  '',
  'http://127.0.0.1:9/x',
  '_rels/document.xml.rels',
]

function one<T>(all: readonly T[], pick: Pick): T | undefined {
  return all[pick(Math.max(1, all.length))]
}

function changed(parts: readonly Part[], pick: Pick, change: (part: Part) => Part): readonly Part[] {
  const chosen = one(parts, pick)
  return parts.map((part) => (part === chosen ? change(part) : part))
}

function text(part: Part, change: (text: string) => string): Part {
  return { ...part, data: Buffer.from(change(Buffer.from(part.data).toString('utf8')), 'utf8') }
}

export const PARTS: Readonly<Record<string, PartMutation>> = {
  'a part is missing': (parts, pick) => {
    const gone = one(parts, pick)
    return parts.filter((part) => part !== gone)
  },
  'a part is empty': (parts, pick) => changed(parts, pick, (part) => ({ ...part, data: new Uint8Array() })),
  'a part stands there twice': (parts, pick) => [...parts, ...parts.slice(pick(parts.length)).slice(0, 1)],
  'a part has the name of another place': (parts, pick) =>
    changed(parts, pick, (part) => ({ ...part, name: one(NAMES, pick) ?? '' })),
  'two parts are exchanged': (parts, pick) => {
    const [a, b] = [one(parts, pick), one(parts, pick)]
    return parts.map((part) => ({
      ...part,
      data: (part === a ? b : part === b ? a : part)?.data ?? part.data,
    }))
  },
  'a part swells': (parts, pick) =>
    changed(parts, pick, (part) => ({
      ...part,
      data: Buffer.concat([part.data, Buffer.alloc((pick(16) + 1) * 1_000_000, ' ')]),
    })),
  'many parts': (parts, pick) => [
    ...parts,
    ...Array.from({ length: 1900 + pick(300) }, (_, index) => ({
      name: `word/media/p${index}.png`,
      data: new Uint8Array(),
    })),
  ],
  'a relation leads elsewhere': (parts, pick) =>
    parts.map((part) =>
      part.name.endsWith('.rels')
        ? text(part, (xml) => {
            const at = pick(8)
            let seen = -1
            return xml.replace(/Target="[^"]*"/g, (target) => {
              seen += 1
              return seen === at ? `Target="${one(TARGETS, pick) ?? ''}"` : target
            })
          })
        : part,
    ),
  'relations are doubled': (parts) =>
    parts.map((part) =>
      part.name.endsWith('.rels')
        ? text(part, (xml) => xml.replace(/(<Relationship [^>]*>)/g, '$1$1'))
        : part,
    ),
  'content types change': (parts, pick) =>
    parts.map((part) =>
      part.name === '[Content_Types].xml'
        ? text(part, (xml) =>
            xml.replace(
              /ContentType="[^"]*"/,
              `ContentType="${one(['', 'application/vnd.ms-word.document.macroEnabled.main+xml', 'text/xml'], pick) ?? ''}"`,
            ),
          )
        : part,
    ),
}

export function pack(parts: readonly Part[]): Buffer {
  return Buffer.from(writePackage(parts))
}
