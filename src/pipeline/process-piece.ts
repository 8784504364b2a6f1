import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runChecks } from '../checks/registry.ts'
import type { Finding } from '../domain/check.ts'
import { pieceId, type DepotId } from '../domain/depot-id.ts'
import { roundZone } from '../domain/geometry.ts'
import type { PageReading } from '../domain/reading.ts'
import type { FichierProduit, Piece } from '../domain/resultat.ts'
import { infoTypePiece } from '../domain/type-piece.ts'
import type { Validity } from '../documents/kind.ts'
import { PieceText } from '../documents/piece-text.ts'
import { profileMark } from '../documents/regional-profile.ts'
import { nonDeterminee } from '../documents/validity/validity.ts'
import { decideIndex } from '../pertinence/decide-index.ts'
import { EngineCrash, EngineFailure } from '../sandbox/engine-process.ts'
import type { Duplicate } from '../sorting/duplicates.ts'
import { knownWords } from '../sorting/classify.ts'
import type { PipelineContext } from './context.ts'
import type { DepotOptions } from './depot.ts'
import type { Draft } from './draft.ts'
import type { FileMasks } from './masks.ts'
import { whyUnusable } from './legibility.ts'
import { producePiece, type Produced } from './produce-piece.ts'
import { rereadOf } from './reread.ts'

interface PieceTask {
  readonly depotId: DepotId
  readonly rank: number
  readonly of: number
  readonly draft: Draft
  readonly masks: FileMasks
  /** Among its pages, those that show what others of the file show. */
  readonly doublons: readonly Duplicate[]
  readonly options: DepotOptions
  readonly context: PipelineContext
}

/** One piece, from its fields to its index and its file. */
export async function processPiece(task: PieceTask): Promise<Piece> {
  const { draft, options, context } = task
  const { range, kind, champs } = draft
  const info = infoTypePiece(range.type)

  // From here on, nothing sees the words that a NIR covers.
  const pages = draft.pages.map(p => task.masks.pages.get(p.reading.page)?.reading ?? p.reading)
  const judged = await judge(task, pages)
  const nom = join(task.depotId, `${String(task.rank).padStart(2, '0')}-${range.type}.pdf`)
  const produced = await produce(task, nom)

  const illisible = whyUnusable(range, champs, pages)
  const decision = decideIndex({
    illisible,
    // Of what cannot be read nobody knows whether the regulation asks for it.
    horsPerimetre: range.type === 'hors-perimetre' && illisible === null ? HORS_PERIMETRE : null,
    validite: judged.validite,
    jourDepot: options.jourDepot,
    constats: judged.constats,
    masquage: produced.neutralise ? judged.failure : MASQUAGE_A_FAIRE,
  })
  const { timings, rssBytes } = produced
  context.onEvent?.({
    kind: 'piece-written',
    rank: task.rank,
    of: task.of,
    timings,
    ...(rssBytes === undefined ? {} : { rssBytes }),
  })
  return {
    id: pieceId(task.depotId, task.rank),
    pages: range.pages,
    categorie: kind.categorie?.(champs) ?? info.categorie,
    type: range.type,
    confianceType: Math.round(range.confiance * 100) / 100,
    classement: { second: range.second, raisons: range.evidence, mots: knownWords(pages) },
    champs,
    dateFinValidite: judged.validite.dateFinValidite,
    regleValidite: judged.validite.regleValidite,
    explicationValidite: judged.validite.explication,
    confianceValidite: judged.validite.confiance,
    profilValidite: profileMark(context.profil),
    nir: {
      occurrences: produced.occurrences.map(o => ({ page: o.page, zone: roundZone(o.zone) })),
      neutralise: produced.neutralise,
    },
    controles: judged.constats,
    indicePertinence: decision.indicePertinence,
    motifs: [
      ...new Set([...decision.motifs, ...judged.remarks, ...readingRemarks(task, pages), ...outsideRemarks(task)]),
    ],
    fichier: produced.written ? { nom, ...produced.written } : WITHHELD,
  }
}

const HORS_PERIMETRE =
  "Ce document ne fait pas partie des pièces que la réglementation demande : il n'est pas nécessaire au dossier."
const MASQUAGE_A_FAIRE =
  'Un numéro de sécurité sociale reste peut-être lisible : le fichier est retenu, une personne doit le masquer.'
const ECHEC = 'Le traitement automatique de cette pièce a échoué ; elle est à contrôler à la main.'

/** A file whose masking is not proven is not delivered: the result names none. */
const WITHHELD: FichierProduit = { nom: '', octets: 0, sha256: '' }

interface Judgement {
  readonly validite: Required<Validity>
  readonly constats: readonly Finding[]
  readonly remarks: readonly string[]
  readonly failure: string | null
}

/** Validity, checks and remarks. A bug in one rule costs this piece its index (« non vérifié »), never the deposit. */
async function judge({ draft, options, context }: PieceTask, pages: readonly PageReading[]): Promise<Judgement> {
  const { range, kind, champs, failed } = draft
  if (failed !== null) return { validite: UNDETERMINED, constats: [], remarks: [], failure: ECHEC }
  try {
    const { jourDepot } = options
    const validityContext = { champs, text: new PieceText(pages), jourDepot, profil: context.profil }
    const validite = kind.validity(validityContext)
    const constats = await runChecks(
      context.checks.filter(c => kind.checks.includes(c.code)),
      { type: range.type, pages, champs, jourDepot, reread: rereadOf(draft.pages, context.pool) },
    )
    return {
      validite: { ...validite, neJamaisObsolete: validite.neJamaisObsolete ?? false },
      constats,
      remarks: kind.remarks?.(validityContext) ?? [],
      failure: null,
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { validite: UNDETERMINED, constats: [], remarks: [], failure: ECHEC }
  }
}

const UNDETERMINED: Required<Validity> = { ...nonDeterminee(ECHEC), neJamaisObsolete: false }

/** The file of the piece; a process that dies on it withholds the file. */
async function produce({ draft, masks, context }: PieceTask, nom: string): Promise<Produced> {
  const outPath = join(context.outDir, nom)
  await mkdir(dirname(outPath), { recursive: true })
  try {
    return await producePiece({
      draft,
      masks: masks.pages,
      outPath,
      titre: infoTypePiece(draft.range.type).label,
      pool: context.pool,
    })
  } catch (error) {
    if (!(error instanceof EngineCrash || error instanceof EngineFailure)) throw error
    return { occurrences: [], neutralise: false, written: null, timings: {} }
  }
}

function readingRemarks({ draft, options, doublons }: PieceTask, pages: readonly PageReading[]): string[] {
  const lost = pages.filter(p => p.quality.state === 'unreadable').map(p => p.page)
  const remarks: string[] = []
  if (lost.length > 0 && lost.length < pages.length) {
    remarks.push(`${lost.length > 1 ? 'Pages illisibles' : 'Page illisible'} : ${lost.join(', ')}.`)
  }
  if (draft.range.coupureIncertaine) {
    remarks.push('Le découpage de cette pièce est incertain : vérifiez ses pages.')
  }
  remarks.push(...sheetRemarks(draft, options))
  remarks.push(...doublons.map(d => doublonRemark(d, draft)))
  return remarks
}

function doublonRemark({ pages, of }: Duplicate, { range }: Draft): string {
  const where = of.length > 1 ? `des pages ${of.join(', ')}` : `de la page ${of.join()}`
  return pages.length === range.pages.length
    ? `Ce document est le même que celui ${where} : un seul exemplaire suffit.`
    : `La page ${pages.join()} montre la même chose que la page ${of.join()} : un seul exemplaire suffit.`
}

/** What a separator sheet says otherwise than the document or the deposit. */
function sheetRemarks({ range }: Draft, { numeroUnique }: DepotOptions): string[] {
  const { bordereau: sheet } = range
  if (!sheet) return []
  const { page, contenu } = sheet
  if (!contenu)
    return [`Le code du bordereau de séparation (page ${page}) ne se lit pas : vérifiez la pièce qui le suit.`]
  const remarks: string[] = []
  if (contenu.type !== null && contenu.type !== range.type) {
    remarks.push(
      `Le bordereau de séparation annonce « ${infoTypePiece(contenu.type).label} », le document semble être « ${infoTypePiece(range.type).label} » : vérifiez le type.`,
    )
  }
  if (numeroUnique !== null && contenu.numeroUnique !== numeroUnique)
    remarks.push(
      'Le bordereau de séparation porte un autre numéro unique que le dépôt : vérifiez de quelle demande est la pièce.',
    )
  return remarks
}

/** The guichet must know that its own copy still holds the number. */
const outsideRemarks = ({ masks }: PieceTask): string[] =>
  masks.outside === 0
    ? []
    : [
        'Le fichier reçu porte un numéro de sécurité sociale dans son nom ou ses propriétés : le fichier produit ne le ' +
          'contient pas ; ne transmettez pas le fichier reçu.',
      ]
