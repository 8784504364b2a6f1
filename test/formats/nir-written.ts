import fc from 'fast-check'
import { groupsOf } from './nir-samples.ts'

/** The same number as documents print it. */
interface Written {
  readonly form: string
  /** Strong enough without a label: the key is there. */
  readonly alone: boolean
  readonly write: (nir: string) => string
}

const body = (nir: string): string => nir.slice(0, 13)
const key = (nir: string): string => nir.slice(13)
const joined =
  (separator: string): ((nir: string) => string) =>
  nir =>
    groupsOf(nir).join(separator)
const spacedBody = (nir: string): string => groupsOf(body(nir)).join(' ')

export const FORMS: readonly Written[] = [
  { form: 'spaced', alone: true, write: joined(' ') },
  { form: 'non-breaking spaces', alone: true, write: joined('\u00a0') },
  { form: 'thin spaces', alone: true, write: joined('\u2009') },
  { form: 'dots', alone: true, write: joined('.') },
  { form: 'hyphens', alone: true, write: joined('-') },
  { form: 'slashes', alone: true, write: joined('/') },
  { form: 'compact with key', alone: true, write: nir => nir },
  { form: 'compact without key', alone: false, write: body },
  { form: 'spaced without key', alone: true, write: spacedBody },
  { form: 'key after a slash', alone: true, write: nir => `${spacedBody(nir)} / ${key(nir)}` },
  { form: 'key after its name', alone: true, write: nir => `${spacedBody(nir)} clé ${key(nir)}` },
  { form: 'key after its name and a colon', alone: true, write: nir => `${body(nir)} Clé : ${key(nir)}` },
  {
    form: 'groups of old payroll software',
    alone: true,
    write: nir => `${nir[0]} ${nir.slice(1, 7)} ${nir.slice(7, 13)} ${key(nir)}`,
  },
  { form: 'groups of five', alone: true, write: nir => `${nir.slice(0, 5)} ${nir.slice(5, 10)} ${nir.slice(10)}` },
  { form: 'one per box', alone: true, write: nir => [...nir].join(' ') },
  { form: 'one per box, borders read as pipes', alone: true, write: nir => `|${[...nir].join('|')}|` },
  { form: 'one per box, borders read as I', alone: true, write: nir => [...nir].join(' I ') },
  { form: 'one per box, borders read as l', alone: true, write: nir => [...nir].join('l') },
  { form: 'in a file name', alone: true, write: nir => `${body(nir)}_bulletin.pdf` },
  { form: 'in a URL', alone: true, write: joined('%20') },
]

export const LABELS = [
  'N° Sécurité sociale : ',
  'NUMERO DE SECURITE SOCIALE ',
  'N° SS ',
  'N° S.S. : ',
  'NIR : ',
  'N° INSEE : ',
  'Sécurité sociale : ',
  'N° de sécurité sociale (NIR) : ',
  'Matricule INSEE ',
  'N° ASSURE : ',
  "N° d'immatriculation : ",
  'N° Sécurité Sociale\n',
  'N°SS:',
  '"nir":"',
]

export const form = fc.constantFrom(...FORMS)
export const label = fc.constantFrom(...LABELS)
