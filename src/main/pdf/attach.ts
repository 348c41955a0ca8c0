import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'
import { rootOf } from './identify.ts'
import { date, dictionary, isDictionary, name, text } from './objects.ts'

export type Attachment = {
  readonly name: string
  readonly description: string
  /** `application/json` */
  readonly type: string
  readonly bytes: Uint8Array
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Puts a file into the file and says that it is the data behind it (ISO 19005-3, 6.8). One for each file. */
export function attach(file: PdfFile, { name: title, description, type, bytes, at }: Attachment): void {
  const digest = createHash('md5').update(bytes).digest().toString('latin1')
  const embedded = file.addStream(
    dictionary({
      Type: name('EmbeddedFile'),
      Subtype: name(type),
      Params: dictionary({
        Size: bytes.length,
        CheckSum: { kind: 'string', bytes: digest },
        ModDate: date(at),
      }),
    }),
    bytes,
    true,
  )
  const specification = file.add(
    dictionary({
      Type: name('Filespec'),
      F: text(title),
      UF: text(title),
      Desc: text(description),
      AFRelationship: name('Data'),
      EF: dictionary({ F: embedded, UF: embedded }),
    }),
  )
  const root = rootOf(file)
  const catalog = file.dictionary(root)
  const names = catalog.entries.get('Names')
  const known = isDictionary(names) ? names : dictionary()
  known.entries.set('EmbeddedFiles', dictionary({ Names: [text(title), specification] }))
  catalog.entries.set('Names', known)
  catalog.entries.set('AF', [specification])
  file.put(root, catalog)
}
