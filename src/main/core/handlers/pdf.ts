import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { FileId } from '../../../shared/model/ids.ts'
import type { SignedPdf, Watch } from '../../../shared/model/interchange.ts'
import { perform } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { EXCHANGE_EVENTS } from '../exchange/read-content.ts'
import { safeFileName } from '../file-name.ts'
import { sha256 } from '../hash.ts'
import type { MadeFile, MadeFiles } from '../made-files.ts'
import { done, fail } from '../outcome.ts'
import { clearanceOf } from '../visible.ts'

/** PDF files that were made here: handed to the window that shows them, held against themselves, signed. */

const LEGAL_ONLY =
  'A file for legal holds comments that are private to it, and is shown and signed in the legal role. Nothing was changed.'

function find(context: Context, files: MadeFiles, fileId: FileId): Outcome<MadeFile> {
  const made = files.get(fileId)
  if (!made) return fail('not-found', 'This file is not kept any more. Make it again, or open it again.')
  if (made.clearance === 'legal' && clearanceOf(context.actor()) !== 'legal') {
    return fail('refused', LEGAL_ONLY)
  }
  if (!/\.pdf$/i.test(made.file.name)) return fail('refused', 'This is no PDF. Nothing was changed.')
  return done(made)
}

async function check(
  context: Context,
  files: MadeFiles,
  { name, bytes }: ParsedArgs<'pdf.check'>,
  watch: Watch,
): Promise<Outcome<Result<'pdf.check'>>> {
  const checked = await context.work.checkPdf({ bytes }, watch)
  if (!checked.ok) return checked
  const safe = safeFileName(/\.pdf$/i.test(name) ? name : `${name}.pdf`)
  // Whoever has brought it has it: nothing in it is private to others at this desk.
  const fileId = files.keep({ file: { name: safe, bytes }, clearance: 'desk', articleId: null })
  return done({ ...checked.value, fileId, name: safe, size: bytes.byteLength })
}

/**
 * Whose certificate it is says the certificate; who was at the desk says the event. They need not be the same. Of which
 * article a file that was brought here tells, nobody can say for certain: the library remembers it by its bytes.
 */
function keepSigning(
  context: Context,
  { file, articleId }: MadeFile,
  { name, bytes, signer, issuer }: SignedPdf,
): Outcome<unknown> {
  const by = `the certificate of “${signer}”, issued by “${issuer}”; SHA-256 ${sha256(bytes)}`
  if (articleId !== null) {
    return perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
      act.log(EXCHANGE_EVENTS.signed, `Signed “${name}” with ${by}.`)
      return done(null)
    })
  }
  const { store, now, actor } = context
  return store.transaction(() => {
    const { personId } = actor()
    const who = store.people.get(personId)?.name ?? 'Somebody'
    const what = `“${file.name}”, which was brought here (SHA-256 ${sha256(file.bytes)})`
    store.libraryLog.append({
      at: now(),
      personId,
      kind: 'pdf.sign',
      summary: `${who} signs ${what}, with ${by}.`,
    })
    return done(null)
  })
}

async function sign(
  context: Context,
  files: MadeFiles,
  { fileId, key, passphrase }: ParsedArgs<'pdf.sign'>,
  watch: Watch,
): Promise<Outcome<Result<'pdf.sign'>>> {
  const found = find(context, files, fileId)
  if (!found.ok) return found
  const { file, clearance, articleId } = found.value
  const signed = await context.work.signPdf({ ...file, pkcs12: key, passphrase, now: context.now() }, watch)
  if (!signed.ok) return signed
  const { name, bytes, signer, issuer, checked } = signed.value
  const logged = keepSigning(context, found.value, signed.value)
  if (!logged.ok) return logged
  const kept = files.keep({ file: { name, bytes }, clearance, articleId })
  return done({ fileId: kept, name, size: bytes.byteLength, checked, warnings: [], signer, issuer })
}

export function pdfHandlers(context: Context, files: MadeFiles): HandlersOf<'pdf'> {
  return {
    'pdf.bytes': ({ fileId }) => {
      const found = find(context, files, fileId)
      return found.ok ? done(found.value.file) : found
    },
    'pdf.check': (args) =>
      context.jobs.run(args.job, 'Checking the PDF', (watch) => check(context, files, args, watch)),
    'pdf.sign': (args) =>
      context.jobs.run(args.job, 'Signing the PDF', (watch) => sign(context, files, args, watch)),
  }
}
