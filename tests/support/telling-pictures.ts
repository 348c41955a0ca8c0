import { crc32, deflateSync } from 'node:zlib'

/** Small pictures that tell more than their pixels: a name in every place where programs write one. */

export const TOLD = 'Ines Calloway'
const told = Buffer.from(TOLD, 'latin1')

/** EXIF data with a name in it and, where it is not 1, which way up. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(38)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  // Orientation, a SHORT, and the artist, of as many letters, behind both.
  for (const [row, entry] of [
    [0, [0x0112, 3, 1, orientation]],
    [1, [0x013b, 2, told.length, 38]],
  ] as const) {
    const at = 10 + row * 12
    tiff.writeUInt16LE(entry[0], at)
    tiff.writeUInt16LE(entry[1], at + 2)
    tiff.writeUInt32LE(entry[2], at + 4)
    tiff.writeUInt32LE(entry[3], at + 8)
  }
  return Buffer.concat([tiff, told])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

/** Two by two pixels. */
export function png(orientation = 1): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(2)
  size.writeUInt32BE(2, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.from([0, 9, 9, 9, 80, 80, 80, 0, 200, 0, 0, 0, 200, 0])
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
    chunk('tEXt', Buffer.concat([Buffer.from('Author\0', 'latin1'), told])),
    chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), told])),
    chunk('eXIf', exif(orientation)),
    chunk('tIME', Buffer.alloc(7, 1)),
    chunk('prVt', told),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
    told,
  ])
}

function segment(marker: number, ...data: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(data.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)))
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Built as a JPEG is; its pixels are no pixels. */
export function jpeg(orientation = 1): Buffer {
  const frame = Buffer.from([8, 0, 2, 0, 2, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0', Buffer.from([1, 1, 0, 0, 1, 0, 1, 4, 1]), told),
    segment(0xe0, 'JFXX\0', told),
    segment(0xe1, 'Exif\0\0', exif(orientation)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', told),
    segment(0xe2, 'ICC_PROFILE\0', Buffer.from([1, 1, 7])),
    segment(0xe2, 'MPF\0', told),
    segment(0xed, 'Photoshop 3.0\0', told),
    segment(0xee, 'Adobe', Buffer.alloc(7, 0)),
    segment(0xfe, told),
    Buffer.from([0xff]),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    // A coded FF, and a restart: neither ends the scan.
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x78, 0xff, 0xd9]),
    told,
  ])
}

function riff(type: string, data: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** Built as a WebP is; its pixels are no pixels. */
export function webp(orientation = 1): Buffer {
  const size = Buffer.from([0x0c | 0x20, 0, 0, 0, 1, 0, 0, 1, 0, 0])
  const chunks = Buffer.concat([
    riff('VP8X', size),
    riff('ICCP', Buffer.from([1, 2, 3])),
    riff('VP8L', Buffer.from([0x2f, 1, 0x40, 0, 0, 7, 7])),
    riff('EXIF', exif(orientation)),
    riff('XMP ', told),
    riff('TELL', told),
  ])
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(chunks.length + 4, 4)
  return Buffer.concat([head, chunks, told])
}
