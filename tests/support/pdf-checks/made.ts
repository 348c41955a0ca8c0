import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { exportPdf } from '../../../src/main/export/pdf/index.ts'
import type { ExportRequest } from '../../../src/shared/model/interchange.ts'

/** Started by checks on another kind of machine: prints the SHA-256 of the packet of a review that a file holds. */
const [path = '', engine] = process.argv.slice(2)
const request = deserialize(readFileSync(path)) as ExportRequest
const made = await exportPdf('packet', request, engine === 'wasm' ? { engine } : {})
if (!made.ok) throw new Error(made.error.message)
console.log(createHash('sha256').update(made.value.bytes).digest('hex'))
