import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/main/store/open-store.ts'

/** The file of a library as it is when it was made: made once, because fifteen migrations take a tenth of a second. */
let empty: Buffer | null = null

function makeEmpty(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
  try {
    const path = join(folder, 'library.stet-db')
    const store = openStore(path)
    if (!store.ok) throw new Error(store.error.message)
    store.value.close()
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts an empty library at `path`, where nothing is there yet. */
export function beginLibrary(path: string): void {
  if (existsSync(path)) return
  empty ??= makeEmpty()
  writeFileSync(path, empty)
}
