import { CommanderError, Option, Command } from 'commander'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { PAPERS } from '../../shared/model/check-book.ts'
import { CHANGE_REGISTERS } from '../../shared/change-register.ts'
import { LOG_FORMATS } from '../../shared/model/log-file.ts'
import { AUDIENCES, EXPORT_KINDS } from '../../shared/model/review.ts'
import type { Audience, ExportKind } from '../../shared/model/review.ts'
import { libraryFolder } from '../host/library-folder.ts'
import { idOf, runCheck, runExport, runImport, runList } from './articles.ts'
import type { ExportOptions, ImportOptions } from './articles.ts'
import type { ConvertOptions } from './convert.ts'
import { RefusedError } from './headless-editor.ts'
import { runOpen } from './open.ts'
import { runLog, runVerify } from './record.ts'
import type { LogOptions } from './record.ts'
import type { SignOptions } from './sign.ts'

/** `stet`: data on stdout, words on stderr; 0 done, 1 refused with a reason, 2 wrong usage. */

const out = resolve(import.meta.dirname, '..')
const resources = resolve(out, '../resources')
const packages = resolve(out, '../node_modules')

const program = new Command('stet')
  .description('Editorial review: tracked changes, sourced claims, a sign-off that can be defended.')
  .option('--library <dir>', 'a library elsewhere than in its usual folder')
  .exitOverride()

type Json = { readonly json?: true }
let exitCode = 0

/** Every command answers its exit code. */
function does<A extends unknown[]>(work: (...args: A) => Promise<number>): (...args: A) => Promise<void> {
  return async (...args) => {
    exitCode = await work(...args)
  }
}

function where() {
  const { library } = program.opts<{ library?: string }>()
  const machine = { env: process.env, platform: process.platform, home: homedir() }
  return { folder: libraryFolder(machine, library), resources }
}

program
  .command('import')
  .description('bring drafts in, packages of other desks, and Word files back that were edited elsewhere')
  .argument('<files...>')
  .option('--take-right', 'of a package that was handed over: the right to edit too')
  .option('--into <article>', 'of a Word file that was sent out: the article that it comes back to')
  .action(does((files: string[], options: ImportOptions) => runImport(where(), files, options)))

program
  .command('list')
  .description('every article with what is open in it')
  .option('--json')
  .action(does((options: Json) => runList(where(), options.json === true)))

program
  .command('check')
  .description('what blocks the approval now')
  .argument('<article>', 'its id, the start of its id, or its slug')
  .option('--json')
  .action(does((article: string, options: Json) => runCheck(where(), article, options.json === true)))

program
  .command('export')
  .description('write an article as a file')
  .argument('<article>', 'its id, the start of its id, or its slug')
  .addOption(new Option('--as <kind>', 'what').choices(EXPORT_KINDS).makeOptionMandatory())
  .addOption(new Option('--for <audience>', 'for whom; a package: internal without it').choices(AUDIENCES))
  .addOption(new Option('--audience <audience>', 'the same').choices(AUDIENCES).hideHelp())
  .addOption(new Option('--paper <paper>', 'of a PDF; that of the house style without it').choices(PAPERS))
  .addOption(
    new Option('--change-list <when>', 'of a PDF; auto: of up to 500 changes').choices(CHANGE_REGISTERS),
  )
  .option('--hand-over', 'of a package: the right to edit goes with it')
  .option('--marks', 'of a package: to be sent back with marks; the right to edit stays')
  .requiredOption('--out <file>', 'where to')
  .action(
    does((article: string, options: ExportOptions & { readonly audience?: Audience }) =>
      runExport(where(), article, { ...options, for: readerOf(options) }),
    ),
  )

/** A package is for another desk where nothing else is said; of any other file its maker says for whom it is. */
function readerOf(given: { readonly as: ExportKind; readonly for?: Audience; readonly audience?: Audience }) {
  const audience = given.for ?? given.audience
  if (audience !== undefined) return audience
  return given.as === 'package'
    ? 'internal'
    : program.error("error: required option '--for <audience>' not specified")
}

program
  .command('verify')
  .description(
    'check the record of an article, or of all, against its chains and seals; a package; or the text of a Word file',
  )
  .argument('[article]', 'its id, the start of its id, or its slug; or a file')
  .action(does((article?: string) => runVerify(where(), article)))

program
  .command('sign')
  .description(
    'sign a PDF that Stet made with a certificate; a file that is signed already keeps its signatures',
  )
  .argument('<file>')
  .requiredOption('--p12 <file>', 'the key with its certificate (.p12 or .pfx)')
  .option('--out <file>', 'where to; beside the file without it')
  .addHelpText(
    'after',
    '\nThe passphrase is asked for, read from the standard input, or taken from STET_PASSPHRASE.',
  )
  .action(
    does(async (file: string, options: SignOptions) => {
      const { runSign } = await import('./sign.ts')
      return runSign(file, options, { env: process.env, input: process.stdin })
    }),
  )

program
  .command('log')
  .description('write the log of an article, with its chains')
  .argument('<article>', 'its id, the start of its id, or its slug')
  .addOption(new Option('--format <format>', 'how').choices(LOG_FORMATS).makeOptionMandatory())
  .option('--out <file>', 'where to; to the standard output without it')
  .action(does((article: string, options: LogOptions) => runLog(where(), article, options)))

program
  .command('convert')
  .description('read files and write them back as .docx; one JSON line for each')
  .argument('<files...>')
  .requiredOption('--out <dir>', 'where to')
  .addOption(new Option('--changes <what>').choices(['keep', 'accept', 'reject']).default('keep'))
  .action(
    does(async (files: string[], options: ConvertOptions) => {
      const { runConvert } = await import('./convert.ts')
      return runConvert(files, options)
    }),
  )

program
  .command('inspect')
  .description('what Stet reads in files; one JSON line for each')
  .argument('<files...>')
  .option('--json', 'the only form there is')
  .action(
    does(async (files: string[]) => {
      const { runInspect } = await import('./inspect.ts')
      return runInspect(files)
    }),
  )

program
  .command('open')
  .description('open the window')
  .argument('[article]', 'its id, the start of its id, or its slug')
  .action(
    does(async (article?: string) => {
      const id = article === undefined ? null : await idOf(where(), article)
      return runOpen({ out, packages }, where().folder, id)
    }),
  )

program
  .command('demo')
  .description('the whole journey without a window, in a library of its own')
  .argument('[file]', 'a draft; the bundled sample without one')
  .action(
    does(async (file?: string) => {
      const { runDemoCommand } = await import('./run-demo.ts')
      return runDemoCommand(resources, file)
    }),
  )

process.exitCode = await run()

async function run(): Promise<number> {
  try {
    await program.parseAsync()
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const message = error instanceof Error ? error.message : String(error)
    console.error(error instanceof RefusedError ? message : `Stet failed, which is our mistake: ${message}`)
    return 1
  }
}
