import { createHash } from 'node:crypto'
import { exportPdf } from '../../src/main/export/pdf/index.ts'
import { pdfRequest } from './pdf-review.ts'

/** Started by tests on another kind of machine: prints the SHA-256 of the packet. */
const made = await exportPdf('packet', pdfRequest())
if (!made.ok) throw new Error(made.error.message)
console.log(createHash('sha256').update(made.value.bytes).digest('hex'))
