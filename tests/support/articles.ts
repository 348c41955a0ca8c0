import type { ArticleRow } from '../../src/shared/model/article.ts'

/** A row of the desk with nothing open; ids are only names in tests. */
export function articleRow(fields: Partial<ArticleRow> & { readonly name: string }): ArticleRow {
  const { name, ...rest } = fields
  return {
    id: name as ArticleRow['id'],
    slug: `${name}-26`,
    headline: name,
    desk: 'Regional',
    status: 'draft',
    due: null,
    holderId: null,
    authorId: null,
    version: 1,
    headSeq: 0,
    locked: false,
    aside: null,
    legalHold: null,
    correction: null,
    editRight: 'here',
    rightWith: '',
    readOnly: '',
    importedFrom: null,
    createdAt: 0,
    updatedAt: 0,
    openChanges: 0,
    openMusts: 0,
    openClaims: 0,
    blockers: 0,
    slotsSigned: 0,
    slotsRequired: 4,
    textHash: '',
    ...rest,
  }
}
