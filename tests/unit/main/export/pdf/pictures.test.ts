import { describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { Picture } from '../../../../../src/shared/model/interchange.ts'
import { exif, png, TOLD } from '../../../../support/telling-pictures.ts'
import { article, para, request } from './builders.ts'

/** Two by two grey pixels that every program can read. */
const PLAIN = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAACAAIDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD3+iiigD//2Q==',
  'base64',
)

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** The same as a camera and a desk leave it. */
const PHOTOGRAPH = Buffer.concat([
  PLAIN.subarray(0, 2),
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(1)])),
  segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${TOLD}`, 'latin1')),
  segment(0xfe, Buffer.from(TOLD, 'latin1')),
  PLAIN.subarray(2),
])

const BLOB = 'a'.repeat(64)
const PICTURES: Readonly<Record<string, Picture>> = {
  JPEG: { type: 'image/jpeg', bytes: PHOTOGRAPH },
  PNG: { type: 'image/png', bytes: png() },
}

async function made(picture: Picture, audience: 'internal' | 'external') {
  const image = schema.nodes.image.create({ blob: BLOB, alt: 'The basin' })
  const doc = article(para('headline', 'Ring'), para('body', 'Nine boats. ', image))
  const outcome = await exportPdf('clean', request(doc, { audience, images: new Map([[BLOB, picture]]) }))
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

describe.each(Object.entries(PICTURES))('a %s that tells a name', (_, picture) => {
  test('tells nothing in a file for readers outside, and is drawn', async () => {
    const { bytes, warnings } = await made(picture, 'external')
    expect(warnings).toEqual([])
    expect(Buffer.from(bytes).includes(TOLD)).toBe(false)
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(true)
  })
})

test('a photograph goes into a PDF byte for byte, so the care is needed', async () => {
  const { bytes } = await made({ type: 'image/jpeg', bytes: PHOTOGRAPH }, 'internal')
  expect(Buffer.from(bytes).includes(PHOTOGRAPH)).toBe(true)
})
