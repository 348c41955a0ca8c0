import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readPackage } from '../../../src/main/opc/read.ts'

const run = promisify(execFile)

/**
 * xmllint with the schema of ECMA-376 (transitional wml.xsd), whose place WORD_XSD tells: the schema may not be handed
 * on with this project. Null where either is missing.
 */
export function startXmllint(): ((bytes: Uint8Array) => Promise<readonly string[]>) | null {
  const schema = process.env['WORD_XSD']
  if (schema === undefined || spawnSync('xmllint', ['--version'], { stdio: 'ignore' }).status !== 0)
    return null
  return async (bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-xsd-'))
    try {
      const pack = await readPackage(bytes)
      const file = join(folder, 'document.xml')
      // The schema knows nothing of later namespaces, which a reader may ignore.
      const text = new TextDecoder().decode(pack.get('word/document.xml'))
      writeFileSync(file, text.replaceAll(/ (?:w1[4-9]\w*|mc):\w+="[^"]*"/g, ''))
      await run('xmllint', ['--noout', '--schema', schema, file])
      return []
    } catch (error) {
      return error instanceof Error ? [error.message.split('\n')[1] ?? error.message] : ['no answer']
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
