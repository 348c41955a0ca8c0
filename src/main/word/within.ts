import { readPackage } from '../opc/read.ts'
import { readContentTypes } from '../opc/relations.ts'
import { Refusal } from '../opc/refusal.ts'
import { createXmlBudget } from '../opc/xml.ts'
import type { PackageText } from './package-text.ts'

/** Whether these are the bytes of a file of parts. */
export function isPackage(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0x50 && bytes[1] === 0x4b
}

const TEXT =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$/i

async function isWordPackage(bytes: Uint8Array): Promise<boolean> {
  const pack = await readPackage(bytes)
  const typeOf = readContentTypes(pack, createXmlBudget())
  return pack.names.some((name) => TEXT.test(typeOf(name)))
}

/** A file may hold itself. */
const DEEPEST = 2

/** Changes the files that were put into a file, each a package by itself. One that cannot be read stays as it is. */
export async function eachWithin(
  text: PackageText,
  depth: number,
  change: (bytes: Uint8Array, isText: boolean) => Promise<Uint8Array>,
): Promise<void> {
  if (depth >= DEEPEST) return
  for (const name of text.names()) {
    const bytes = text.bytes(name)
    if (!bytes || !isPackage(bytes)) continue
    try {
      text.setBytes(name, await change(bytes, await isWordPackage(bytes)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
}
