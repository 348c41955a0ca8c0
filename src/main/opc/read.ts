import { crc32, inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import {
  FILE_BYTES,
  MEGABYTE,
  PACKAGE_BYTES,
  PART_BYTES,
  RATIO_GRACE,
  ZIP_ENTRIES,
  ZIP_RATIO,
} from './limits.ts'
import { Refusal, tooLarge, unreadable } from './refusal.ts'

/** The parts of a package. `get` ignores case, as OPC part names do. */
export type Package = {
  readonly names: readonly string[]
  get(name: string): Uint8Array | undefined
}

const DAMAGED =
  'The file is damaged: its container cannot be read. Ask for it again, or save it anew in Word.'

/** Reads a whole ZIP package within the limits. Throws a Refusal; nothing touches the disk. */
export async function readPackage(bytes: Uint8Array): Promise<Package> {
  if (bytes.length > FILE_BYTES) throw tooLarge(`The file is larger than ${FILE_BYTES / MEGABYTE} MB.`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await openZip(buffer)
  if (zip.entryCount > ZIP_ENTRIES) throw tooLarge(`The file holds more than ${ZIP_ENTRIES} parts.`)
  const parts = new Map<string, { readonly name: string; readonly data: Uint8Array }>()
  let total = 0
  for (const entry of await readEntries(zip)) {
    const name = entry.fileName
    checkName(name)
    if (parts.has(name.toLowerCase())) throw unreadable('The file holds two parts of the same name.')
    const data = await inflate(zip, buffer, entry, PACKAGE_BYTES - total)
    total += data.length
    parts.set(name.toLowerCase(), { name, data })
  }
  return {
    names: [...parts.values()].map((part) => part.name),
    get: (name) => parts.get(name.toLowerCase())?.data,
  }
}

async function openZip(buffer: Buffer): Promise<ZipFile> {
  try {
    return await yauzl.fromBufferPromise(buffer, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    })
  } catch {
    throw unreadable(DAMAGED)
  }
}

async function readEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/')) entries.push(entry)
    }
  } catch (error) {
    const named = error instanceof Error && /path|characters|file name/i.test(error.message)
    throw unreadable(named ? 'The file holds a part whose name leads outside of it.' : DAMAGED)
  }
  return entries
}

/** OPC names are relative, without `..`, drives or control characters, and in one Unicode form. */
function checkName(name: string): void {
  const segments = name.split('/')
  const bad =
    name === '' ||
    /[\\\u0000-\u001f\u007f]/.test(name) ||
    /^[a-z]:/i.test(name) ||
    name !== name.normalize('NFC') ||
    segments.some((segment) => segment === '' || segment === '..' || segment === '.')
  if (bad) throw unreadable('The file holds a part whose name leads outside of it or is not allowed.')
}

async function inflate(zip: ZipFile, buffer: Buffer, entry: Entry, left: number): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & 1) !== 0) {
    throw new Refusal(
      'refused',
      'The file is protected by a password. Save it without one and open it again.',
    )
  }
  const stored = await storedBytes(zip, buffer, entry)
  const cap = Math.min(PART_BYTES, left, Math.max(RATIO_GRACE, stored.length * ZIP_RATIO))
  const data = unpack(stored, entry.compressionMethod, cap)
  if (data.length !== entry.uncompressedSize || crc32(data) !== entry.crc32) throw unreadable(DAMAGED)
  return data
}

async function storedBytes(zip: ZipFile, buffer: Buffer, entry: Entry): Promise<Buffer> {
  let start: number
  try {
    start = (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart
  } catch {
    throw unreadable(DAMAGED)
  }
  const end = start + entry.compressedSize
  if (end > buffer.length) throw unreadable(DAMAGED)
  return buffer.subarray(start, end)
}

function unpack(stored: Buffer, method: number, cap: number): Uint8Array {
  if (method === 0) {
    if (stored.length > cap) throw tooLarge('A part of the file is too large.')
    return stored
  }
  if (method !== 8) throw unreadable('The file is packed in a way that Word does not use.')
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, cap) })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('The file grows too large when it is unpacked.')
    throw unreadable(DAMAGED)
  }
}
