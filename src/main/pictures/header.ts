import type { Picture } from '../../shared/model/interchange.ts'

/** What the first bytes of a picture say; the picture itself is never decoded here. Sizes are pixels. */
export type PictureHeader = {
  readonly type: Picture['type']
  readonly width: number
  readonly height: number
}

/** Null for anything but a PNG, a JPEG, a GIF or a WebP with a size. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = readPng(data) ?? readGif(data) ?? readWebp(data) ?? readJpeg(data)
  return found && found.width > 0 && found.height > 0 ? found : null
}

function readPng(data: Buffer): PictureHeader | null {
  if (data.length < 24 || data.toString('latin1', 0, 8) !== '\u0089PNG\r\n\u001a\n') return null
  return { type: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}

function readGif(data: Buffer): PictureHeader | null {
  if (data.length < 10 || !/^GIF8[79]a$/.test(data.toString('latin1', 0, 6))) return null
  return { type: 'image/gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8) }
}

function readWebp(data: Buffer): PictureHeader | null {
  if (data.length < 30 || data.toString('latin1', 0, 4) !== 'RIFF') return null
  const type = 'image/webp'
  switch (data.toString('latin1', 8, 16)) {
    case 'WEBPVP8X':
      return { type, width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 }
    case 'WEBPVP8L': {
      const bits = data.readUInt32LE(21)
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'WEBPVP8 ':
      return { type, width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff }
    default:
      return null
  }
}

/** Frame headers: C0 to CF but for tables (C4), extensions (C8) and arithmetic coding (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function readJpeg(data: Buffer): PictureHeader | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= data.length) {
    if (data[at] !== 0xff) return null
    const marker = data[at + 1] ?? 0
    if (isFrame(marker)) {
      return { type: 'image/jpeg', width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
    }
    // Fill bytes and markers without a length of their own.
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += isBare ? (marker === 0xff ? 1 : 2) : 2 + data.readUInt16BE(at + 2)
  }
  return null
}
