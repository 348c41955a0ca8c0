import { expect, test } from 'vitest'
import { findName } from '../../../../../src/main/export/docx/find-name.ts'
import { writePackage } from '../../../../../src/main/opc/write.ts'
import { exportRequest, REVIEWED } from '../../../../support/export-request.ts'

const NAME = 'Ines Calloway'
const FAULT = 'it tells the name of somebody at the desk'
const packed = (data: Uint8Array, name = 'word/embeddings/object.bin') => writePackage([{ name, data }])

test.each([
  ['in a part', packed(Buffer.from(`<x>${NAME}</x>`))],
  ['in an object of two bytes a letter', packed(Buffer.from(`\u0001${NAME}\u0002`, 'utf16le'))],
  ['in a file within the file', packed(packed(Buffer.from(`<x>${NAME}</x>`)), 'word/embeddings/a.xlsx')],
])('a name of the desk is found %s', async (_, bytes) => {
  expect(await findName(bytes, exportRequest({ audience: 'external' }), REVIEWED)).toBe(FAULT)
  expect(await findName(bytes, exportRequest({ audience: 'internal' }), REVIEWED)).toBeNull()
})

test('and nothing where there is none', async () => {
  const bytes = packed(Buffer.from('Dov Lassiter'))
  expect(await findName(bytes, exportRequest({ audience: 'external' }), REVIEWED)).toBeNull()
})
