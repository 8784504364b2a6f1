/** Nationalities of the samples: two-letter code, adjective (feminine, as after "Nationalité"). */
const PAYS: Readonly<Record<string, readonly [string, string]>> = {
  FRA: ['FR', 'française'],
  MAR: ['MA', 'marocaine'],
  DZA: ['DZ', 'algérienne'],
  TUN: ['TN', 'tunisienne'],
  SEN: ['SN', 'sénégalaise'],
  CIV: ['CI', 'ivoirienne'],
  COD: ['CD', 'congolaise (RDC)'],
  COM: ['KM', 'comorienne'],
  TUR: ['TR', 'turque'],
  VNM: ['VN', 'vietnamienne'],
  LKA: ['LK', 'sri-lankaise'],
  UKR: ['UA', 'ukrainienne'],
}

/** Nationals who need a titre de séjour. */
export const HORS_UE: readonly string[] = Object.keys(PAYS).filter(code => code !== 'FRA')

const of = (icao: string): readonly [string, string] => {
  const found = PAYS[icao]
  if (!found) throw new Error(`no country for ${icao}`)
  return found
}

export const alpha2 = (icao: string): string => of(icao)[0]
export const adjectif = (icao: string): string => of(icao)[1]
