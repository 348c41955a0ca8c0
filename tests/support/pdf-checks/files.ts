import { resolve } from 'node:path'
import { callOrThrow } from '../../../src/main/cli/headless-editor.ts'
import { openLibrary } from '../../../src/main/core/core.ts'
import { newId } from '../../../src/main/core/new-id.ts'
import { exportPdf } from '../../../src/main/export/pdf/index.ts'
import type { Variant } from '../../../src/main/export/pdf/report.ts'
import type { ExportRequest } from '../../../src/shared/model/interchange.ts'
import { readListed } from '../marked-draft/drafts.ts'
import { dress } from '../marked-draft/dress.ts'
import { markUp } from '../marked-draft/mark-up.ts'
import { realWork } from '../marked-draft/real-work.ts'
import { NOBODY_THERE } from '../nobody-there.ts'
import { finished } from './told.ts'
import type { Files } from './told.ts'

const RESOURCES = resolve(import.meta.dirname, '../../../resources')

/** What a host asks for when the packet of a fully marked draft is exported for everybody inside. */
export async function requestOf(folder: string, path: string): Promise<ExportRequest> {
  const asked: ExportRequest[] = []
  const work = {
    ...realWork,
    exportReview: (request: ExportRequest) => {
      asked.push(request)
      return Promise.resolve({
        ok: false as const,
        error: { code: 'cancelled' as const, message: 'Only asked.' },
      })
    },
  }
  const opened = await openLibrary({
    folder: resolve(folder, 'library'),
    platform: NOBODY_THERE,
    work,
    resources: RESOURCES,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const call = callOrThrow(opened.value)
  const tools = { call, newId }
  const { name, bytes, list } = readListed(path)
  const { articleId } = await call('articles.import', { name, bytes })
  await dress(tools, await markUp(tools, articleId, list), list)
  await opened.value.call('exports.create', { articleId, kind: 'pdf-packet', audience: 'internal' })
  await opened.value.close()
  const [request] = asked
  if (!request) throw new Error('The packet was not asked for.')
  return request
}

export async function makeFiles(folder: string, request: ExportRequest): Promise<Files> {
  const make = async (variant: Variant) => {
    const outcome = await exportPdf(variant, { ...request, kind: `pdf-${variant}` })
    if (!outcome.ok) throw new Error(outcome.error.message)
    return finished(folder, `${variant}.pdf`, outcome.value.bytes)
  }
  const packet = await make('packet')
  return { folder, request, packet, redline: await make('redline'), clean: await make('clean') }
}
