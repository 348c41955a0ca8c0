import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { createWorkThread } from '../worker/client.ts'
import { writeWhole } from './articles.ts'
import { readInput } from './convert.ts'
import { RefusedError } from './headless-editor.ts'

export type SignOptions = { readonly p12: string; readonly out?: string }

/** Where a passphrase comes from that is on no command line: others on the machine can read those. */
export type Asking = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
}

const VARIABLE = 'STET_PASSPHRASE'

/** Adds a signature to a PDF that Stet made, and writes it beside that or to `out`. Prints one JSON line. */
export async function runSign(file: string, { p12, out }: SignOptions, asking: Asking): Promise<number> {
  const [bytes, pkcs12] = [await read(file), await read(p12)]
  const passphrase = await askPassphrase(basename(p12), asking)
  const thread = createWorkThread()
  try {
    const request = { name: basename(file), bytes, pkcs12, passphrase, now: Date.now() }
    const signed = await thread.ask('sign-pdf', request)
    if (!signed.ok) throw new RefusedError(signed.error.message)
    const { name, signer, issuer, checked } = signed.value
    const path = out ?? beside(file, name)
    await writeWhole(resolve(path), signed.value.bytes)
    console.log(JSON.stringify({ file: path, signer, issuer }))
    console.error(checked)
    return 0
  } finally {
    await thread.close()
  }
}

/** A signed file takes the next signature in its place: all that was in it stays. No other file is written over. */
function beside(file: string, name: string): string {
  const path = resolve(file, '..', name)
  if (path === resolve(file) || !existsSync(path)) return path
  throw new RefusedError(`${path} is there already, and was left as it is. Say with --out where to write.`)
}

async function read(file: string): Promise<Uint8Array> {
  const found = await readInput(file)
  if (found.ok) return found.value
  throw new RefusedError(`${file}: ${found.error.message} Nothing was signed.`)
}

async function askPassphrase(key: string, { env, input }: Asking): Promise<string> {
  const given = env[VARIABLE]
  if (given !== undefined) return given
  const isTerminal = input.isTTY === true
  if (isTerminal) process.stderr.write(`Passphrase of ${key}: `)
  // Nothing that is typed is shown again.
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: unseen, terminal: isTerminal })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (isTerminal) process.stderr.write('\n')
  }
}
