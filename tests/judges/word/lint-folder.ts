import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackage } from '../../../src/main/opc/read.ts'
import type { Package } from '../../../src/main/opc/read.ts'
import { Refusal } from '../../../src/main/opc/refusal.ts'
import { lintPackage } from '../../../src/main/word/lint/lint.ts'

/** Lists the defects that our own lint finds in the Word files of a folder, by kind, with the program that wrote each. */
export async function lintFolder(folder: string): Promise<void> {
  const found = new Map<string, string[]>()
  let count = 0
  for (const name of readdirSync(folder).filter((one) => /\.do[ct][xm]$/i.test(one))) {
    const pack = await tryRead(join(folder, name))
    if (!pack) continue
    count += 1
    for (const { kind, part, at } of lintPackage(pack)) {
      const files = found.get(kind) ?? []
      if (!files.some((line) => line.startsWith(`${name} `))) {
        files.push(`${name} (${writerOf(pack)}): ${part} ${at}`)
      }
      found.set(kind, files)
    }
  }
  console.log(`${count} files read.`)
  for (const [kind, files] of found) console.log(`${kind}: ${files.length}\n  ${files.join('\n  ')}`)
}

async function tryRead(path: string): Promise<Package | null> {
  try {
    return await readPackage(readFileSync(path))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function writerOf(pack: Package): string {
  const text = new TextDecoder().decode(pack.get('docProps/app.xml'))
  return /<(?:\w+:)?Application>([^<]*)/.exec(text)?.[1] ?? 'unknown'
}
